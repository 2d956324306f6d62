package id.sanggar.notification;

import id.sanggar.assessment.AttemptReturned;
import id.sanggar.assessment.GradingFinished;
import id.sanggar.authoring.DraftApproved;
import id.sanggar.authoring.DraftReturned;
import id.sanggar.authoring.DraftSubmitted;
import id.sanggar.certificate.CertificateReplaced;
import id.sanggar.certificate.CertificateRevoked;
import id.sanggar.certificate.CertificatesIssued;
import id.sanggar.certificate.CertificatesRevoked;
import id.sanggar.identity.PasswordResetRequested;
import id.sanggar.insight.ReportMade;
import id.sanggar.programme.EvidenceDecided;
import id.sanggar.programme.MembersAdmitted;
import id.sanggar.programme.MembersWaitlisted;
import id.sanggar.programme.MembershipOffered;
import id.sanggar.programme.MembershipRejected;
import id.sanggar.shared.PublicAddress;
import id.sanggar.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What people are told, and when: one letter for each thing that happens to them. */
@ApplicationScoped
class Letters {

    /** Letters whose key begins so hold a secret that is worthless after an hour. */
    static final String PASSWORD_RESET = "password-reset";

    @Inject
    private Outbox outbox;

    @Inject
    private PublicAddress address;

    void onPasswordResetRequested(@Observes PasswordResetRequested event) {
        outbox.write(PASSWORD_RESET, """
                select a.id as account_id, a.name, a.email, a.locale, cast(:key as text) as dedupe_key,
                    cast(:link as text) as v1, null as v2, null as v3
                from account a where a.id = :account""", Map.of(
                        "account", event.accountId(),
                        "key", PASSWORD_RESET + ":" + Sha256.of(event.token().getBytes(StandardCharsets.UTF_8)),
                        "link", address.of("/password/" + event.token())));
    }

    void onMembersAdmitted(@Observes MembersAdmitted event) {
        outbox.write("admitted", """
                select a.id as account_id, a.name, a.email, a.locale,
                    'admitted:' || m.code || ':' || extract(epoch from m.decided_at) as dedupe_key,
                    case a.locale when 'en' then p.title_en else p.title_id end as v1,
                    cast(:link as text) as v2, null as v3
                from membership m join account a on a.id = m.account_id join programme p on p.id = m.programme_id
                where m.id = any(:memberships) and m.waitlisted_at is null""", Map.of(
                        "memberships", event.membershipIds().toArray(Long[]::new),
                        "link", address.of("/learn")));
        aboutPlace("promoted", event.membershipIds(), "/learn");
    }

    void onMembersWaitlisted(@Observes MembersWaitlisted event) {
        aboutPlace("waitlisted", event.membershipIds(), "/programmes/");
    }

    /** To those who wait, or waited, for a place: each time they wait is news of its own. */
    private void aboutPlace(String letter, List<Long> memberships, String page) {
        outbox.write(letter, """
                select a.id as account_id, a.name, a.email, a.locale,
                    cast(:letter as text) || ':' || m.code || ':' || extract(epoch from m.waitlisted_at) as dedupe_key,
                    case a.locale when 'en' then p.title_en else p.title_id end as v1,
                    cast(:link as text) || case cast(:letter as text) when 'waitlisted' then p.slug else '' end as v2,
                    case a.locale when 'en' then c.title_en else c.title_id end as v3
                from membership m join account a on a.id = m.account_id join programme p on p.id = m.programme_id
                join cohort c on c.id = m.cohort_id
                where m.id = any(:memberships) and m.waitlisted_at is not null""", Map.of(
                        "letter", letter,
                        "memberships", memberships.toArray(Long[]::new),
                        "link", address.of(page)));
    }

    /** Who has an account and is asked whether she wants to be a member. */
    void onMembershipOffered(@Observes MembershipOffered event) {
        outbox.write("offered", """
                select a.id as account_id, a.name, a.email, a.locale,
                    'offered:' || f.code || ':' || extract(epoch from f.offered_at) as dedupe_key,
                    case a.locale when 'en' then p.title_en else p.title_id end as v1,
                    cast(:link as text) as v2,
                    coalesce(case a.locale when 'en' then o.name_en else o.name_id end,
                        case a.locale when 'en' then h.name_en else h.name_id end) as v3
                from membership_offer f join account a on a.id = f.account_id join programme p on p.id = f.programme_id
                join organisation h on h.id = p.organisation_id left join organisation o on o.id = f.organisation_id
                where f.id = any(:offers)""", Map.of(
                        "offers", event.offerIds().toArray(Long[]::new),
                        "link", address.of("/learn")));
    }

    void onMembershipRejected(@Observes MembershipRejected event) {
        outbox.write("rejected", """
                select a.id as account_id, a.name, a.email, a.locale,
                    'rejected:' || m.code || ':' || extract(epoch from m.decided_at) as dedupe_key,
                    case a.locale when 'en' then p.title_en else p.title_id end as v1,
                    cast(:link as text) || p.slug as v2, m.decision_reason as v3
                from membership m join account a on a.id = m.account_id join programme p on p.id = m.programme_id
                where m.id = :membership""", Map.of(
                        "membership", event.membershipId(),
                        "link", address.of("/programmes/")));
    }

    void onAttemptReturned(@Observes AttemptReturned event) {
        aboutAttempt("returned", event.attemptId());
    }

    void onGradingFinished(@Observes GradingFinished event) {
        aboutAttempt("graded", event.attemptId());
    }

    /** Each time the attempt comes back from its graders is news of its own. */
    private void aboutAttempt(String letter, long attempt) {
        outbox.write(letter, """
                select a.id as account_id, a.name, a.email, a.locale,
                    cast(:letter as text) || ':' || t.code || ':' || g.round as dedupe_key,
                    case a.locale when 'en' then y.title_en else y.title_id end as v1,
                    cast(:link as text) || t.code as v2, cast(round(t.score) as text) as v3
                from attempt t join account a on a.id = t.account_id join activity y on y.id = t.activity_id
                join grading g on g.attempt_id = t.id
                where t.id = :attempt""", Map.of(
                        "letter", letter, "attempt", attempt, "link", address.of("/attempts/")));
    }

    void onEvidenceDecided(@Observes EvidenceDecided event) {
        outbox.write(event.confirmed() ? "evidence-confirmed" : "evidence-refused", """
                select a.id as account_id, a.name, a.email, a.locale, 'evidence:' || e.code as dedupe_key,
                    case a.locale when 'en' then r.title_en else r.title_id end as v1,
                    cast(:link as text) || m.code as v2, e.reason as v3
                from evidence e join membership m on m.id = e.membership_id join account a on a.id = m.account_id
                join stage_requirement r on r.id = e.requirement_id where e.id = :evidence""", Map.of(
                        "evidence", event.evidenceId(),
                        "link", address.of("/me/journeys/")));
    }

    void onCertificatesIssued(@Observes CertificatesIssued event) {
        outbox.write("certificate", """
                select a.id as account_id, a.name, a.email, a.locale, 'certificate:' || c.code as dedupe_key,
                    c.printed ->> 'course' as v1, cast(:link as text) as v2, c.printed ->> 'verifyUrl' as v3
                from certificate c join account a on a.id = c.account_id
                where c.issuance_id = :issuance and c.revoked_at is null""", Map.of(
                        "issuance", event.issuanceId(),
                        "link", address.of("/me/certificates")));
    }

    void onCertificateRevoked(@Observes CertificateRevoked event) {
        outbox.write("revoked", """
                select a.id as account_id, a.name, a.email, a.locale, 'revoked:' || c.code as dedupe_key,
                    c.serial as v1, c.printed ->> 'course' as v2, c.revocation_reason as v3
                from certificate c join account a on a.id = c.account_id where c.id = :certificate""", Map.of(
                        "certificate", event.certificateId()));
    }

    void onCertificatesRevoked(@Observes CertificatesRevoked event) {
        outbox.write("revoked", """
                select a.id as account_id, a.name, a.email, a.locale, 'revoked:' || c.code as dedupe_key,
                    c.serial as v1, c.printed ->> 'course' as v2, c.revocation_reason as v3
                from certificate_event e join certificate c on c.id = e.certificate_id
                join account a on a.id = c.account_id where e.revocation_id = :revocation""", Map.of(
                        "revocation", event.revocationId()));
    }

    void onCertificateReplaced(@Observes CertificateReplaced event) {
        outbox.write("replaced", """
                select a.id as account_id, a.name, a.email, a.locale, 'replaced:' || c.code as dedupe_key,
                    c.serial as v1, cast(:link as text) as v2, (select e.reason from certificate_event e
                        where e.certificate_id = c.predecessor_id and e.kind = 'REPLACED') as v3
                from certificate c join account a on a.id = c.account_id where c.id = :certificate""", Map.of(
                        "certificate", event.certificateId(),
                        "link", address.of("/me/certificates")));
    }

    /** Its files go with it. */
    void onReportMade(@Observes ReportMade event) {
        outbox.write("report", """
                select a.id as account_id, a.name, a.email, a.locale, 'report:' || r.id as dedupe_key, r.title as v1,
                    cast(:pages as text) || p.slug || case o.frequency
                        when 'MONTHLY' then '/months/' || r.period else '' end as v2,
                    cast(:stop as text) || o.code as v3
                from report_run r join report_order o on o.id = r.order_id join account a on a.id = o.account_id
                join programme p on p.id = o.programme_id where r.id = :run""", Map.of(
                        "run", event.runId(),
                        "pages", address.of("/manage/programmes/"),
                        "stop", address.of("/reports/")));
        outbox.enclose("report:" + event.runId(), event.runId());
    }

    /** To those who may approve it: who writes for the organisation that must be asked, and did not write this. */
    void onDraftSubmitted(@Observes DraftSubmitted event) {
        outbox.write("draft-submitted", """
                select a.id as account_id, a.name, a.email, a.locale, 'draft-submitted:' || s.id || ':' || a.id
                        as dedupe_key,
                    case a.locale when 'en' then coalesce(nullif(d.title_en, ''), d.title_id) else d.title_id end as v1,
                    cast(:link as text) || c.slug || '/review' as v2, s.note as v3
                from review_step s join course c on c.id = s.course_id join draft d on d.course_id = c.id
                join account a on a.state = 'ACTIVE' and exists (select 1 from role_grant g
                    where g.account_id = a.id and g.role = 'AUTHOR' and (g.organisation_id is null
                        or g.organisation_id = any(coalesce((
                            select array_agg(p.approving_organisation_id) from programme p
                            join stage t on t.programme_id = p.id join stage_requirement r on r.stage_id = t.id
                            where r.course_id = c.id and p.approving_organisation_id is not null),
                            array[c.organisation_id]))))
                where s.id = :step and not exists (select 1 from draft_author w
                    where w.course_id = c.id and w.account_id = a.id)""", Map.of(
                        "step", event.stepId(), "link", address.of("/studio/")));
    }

    void onDraftReturned(@Observes DraftReturned event) {
        toAuthors("draft-returned", event.stepId(), "/review");
    }

    void onDraftApproved(@Observes DraftApproved event) {
        toAuthors("draft-approved", event.stepId(), "/publish");
    }

    private void toAuthors(String letter, long stepId, String page) {
        outbox.write(letter, """
                select a.id as account_id, a.name, a.email, a.locale,
                    cast(:letter as text) || ':' || s.id || ':' || a.id as dedupe_key,
                    case a.locale when 'en' then coalesce(nullif(d.title_en, ''), d.title_id) else d.title_id end as v1,
                    cast(:link as text) || c.slug || cast(:page as text) as v2, s.note as v3
                from review_step s join course c on c.id = s.course_id join draft d on d.course_id = c.id
                join draft_author w on w.course_id = c.id join account a on a.id = w.account_id
                where s.id = :step""", Map.of(
                        "letter", letter, "step", stepId, "link", address.of("/studio/"), "page", page));
    }
}
