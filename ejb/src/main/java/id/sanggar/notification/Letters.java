package id.sanggar.notification;

import id.sanggar.certificate.CertificateRevoked;
import id.sanggar.certificate.CertificatesIssued;
import id.sanggar.identity.PasswordResetRequested;
import id.sanggar.programme.MembersAdmitted;
import id.sanggar.programme.MembershipRejected;
import id.sanggar.shared.PublicAddress;
import id.sanggar.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
                where m.id = any(:memberships)""", Map.of(
                        "memberships", event.membershipIds().toArray(Long[]::new),
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
}
