package id.sanggar.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a filter asks beyond state, stage and name, as conditions on the rows of {@code membership m}: who serves them,
 * where they live, what their business is, how they get on, what they have behind them. The command centre counts the
 * same in columns in memory, and a test holds the two together.
 */
@ApplicationScoped
class MemberTraits {

    @Inject
    private Clock clock;

    void narrow(ProgrammeOutline programme, MemberFilter filter, MemberSearch.Where where) {
        if (filter.cohort() != null) {
            if (filter.cohort().equals(MemberFilter.NONE)) {
                where.and("m.cohort_id is null");
            } else {
                where.and("m.cohort_id = :cohort", "cohort", programme.cohort(filter.cohort()).id());
            }
        }
        if (filter.partner() != null) {
            if (filter.partner().equals(MemberFilter.NONE)) {
                where.and("m.organisation_id is null");
            } else {
                where.and("m.organisation_id = (select o.id from organisation o where o.slug = :partner)", "partner",
                        filter.partner());
            }
        }
        if (filter.gender() != null) {
            gender(filter.gender(), where);
        }
        if (filter.kbli() != null) {
            kbli(filter.kbli(), where);
        }
        if (filter.region() != null) {
            region(filter.region(), where);
        }
        if (filter.permit() != null) {
            permit(programme, filter.permit(), where);
        }
        if (filter.pace() != null) {
            pace(programme, filter.pace(), where);
        }
        for (int number = 0; number < filter.milestones().size(); number++) {
            milestone(programme, filter.milestones().get(number), "did" + number, where);
        }
    }

    private static void gender(String gender, MemberSearch.Where where) {
        if (gender.equals(MemberFilter.NONE)) {
            where.and("exists (select 1 from account x where x.id = m.account_id and x.gender is null)");
        } else {
            where.and("exists (select 1 from account x where x.id = m.account_id and x.gender = :gender)", "gender",
                    gender.toUpperCase(Locale.ROOT));
        }
    }

    private static void kbli(String kbli, MemberSearch.Where where) {
        if (kbli.equals(MemberFilter.NONE)) {
            where.and("not exists (select 1 from business b where b.id = m.business_id and b.kbli is not null)");
        } else {
            where.and("exists (select 1 from business b where b.id = m.business_id and b.kbli like :kbli)", "kbli",
                    kbli + "%");
        }
    }

    /** Over before it is soon: where two permits end, the first counts. */
    private void permit(ProgrammeOutline programme, Permit permit, MemberSearch.Where where) {
        var today = LocalDate.ofInstant(clock.instant(), programme.zone());
        var first = "least(b.pirt_expires, b.halal_expires)";
        where.and("m.business_id in (select b.id from business b where (b.pirt_expires <= :soon or b.halal_expires"
                + " <= :soon) and " + first + (permit == Permit.OVER ? " < :today)" : " >= :today)"), "soon",
                Permit.soon(today));
        where.parameters().put("today", today);
    }

    private static void region(String region, MemberSearch.Where where) {
        if (region.equals(MemberFilter.NONE)) {
            where.and("not exists (select 1 from person h where h.account_id = m.account_id and h.region is not null)");
        } else {
            where.and("exists (select 1 from person h where h.account_id = m.account_id and h.region like :region)",
                    "region", region.endsWith(MemberFilter.NONE)
                            ? region.substring(0, region.length() - 1)
                            : region + "%");
        }
    }

    private void pace(ProgrammeOutline programme, Pace pace, MemberSearch.Where where) {
        var now = clock.instant();
        where.and("m.state = 'ACTIVE'");
        where.and(pace == Pace.NEW ? "m.decided_at >= :recent" : "m.decided_at < :recent", "recent",
                Pace.recentSince(programme, now));
        switch (pace) {
            case BUSY -> where.and(sign("recent"));
            case QUIET -> {
                where.and("not " + sign("recent"));
                where.and(sign("notStalled"), "notStalled", Pace.notStalledSince(programme, now));
            }
            case STALLED -> where.and("not " + sign("notStalled"), "notStalled",
                    Pace.notStalledSince(programme, now));
            default -> {
                return;
            }
        }
        where.parameters().put("courses", programme.courses().toArray(Long[]::new));
    }

    /** Whether there was a sign of her since then. */
    private static String sign(String since) {
        return "(m.decided_at >= :" + since + " or m.stage_since >= :" + since + " or m.account_id in ("
                + "select e.account_id from enrolment e join activity_fact f on f.enrolment_id = e.id"
                + " where e.course_id = any(:courses) and f.at >= :" + since + "))";
    }

    private static void milestone(ProgrammeOutline programme, Milestone milestone, String name,
            MemberSearch.Where where) {
        switch (milestone.kind()) {
            case ENTERED -> stage(programme, milestone, "entered_at", name, where);
            case LEFT -> stage(programme, milestone, "completed_at", name, where);
            case FINISHED -> {
                where.and("m.completed_at is not null");
                where.and(months("m.completed_at", programme, milestone, name, where));
            }
            case ENROLLED -> course(programme, milestone, "e.enrolled_at", name, where);
            case PASSED -> course(programme, milestone, "e.completed_at", name, where);
            case MEASURED -> course(programme, milestone, """
                    case when e.score is not null and exists (select 1 from activity_record r
                        where r.enrolment_id = e.id and r.best_score is not null and r.activity_slug in (
                            select a.slug from quiz q join activity a on a.id = q.activity_id
                            join course_version v on v.id = a.version_id
                            where q.purpose = 'PRETEST' and v.course_id = e.course_id)) then e.enrolled_at end""",
                    name, where);
            case CERTIFIED -> {
                where.and("""
                        m.account_id in (select k.account_id from certificate k join course c on c.id = k.course_id
                            where k.programme_id = :programme and c.slug = :%1$s and c.id = any(:courses)
                                and k.revoked_at is null
                            group by k.account_id having bool_or(k.replaced_at is null and k.renewed_at is null)
                                and %2$s)""".formatted(name,
                        months("min(k.issued_at)", programme, milestone, name, where)), name, milestone.subject());
                where.parameters().put("courses", programme.courses().toArray(Long[]::new));
            }
            default -> where.and("false");
        }
    }

    private static void stage(ProgrammeOutline programme, Milestone milestone, String column, String name,
            MemberSearch.Where where) {
        where.and("""
                exists (select 1 from membership_stage s where s.membership_id = m.id and s.stage_id = :%1$s
                    and s.%2$s is not null and %3$s)""".formatted(name, column,
                months("s." + column, programme, milestone, name, where)), name,
                programme.stage(milestone.subject()).id());
    }

    private static void course(ProgrammeOutline programme, Milestone milestone, String time, String name,
            MemberSearch.Where where) {
        var bounds = milestone.kind() == Milestone.Kind.MEASURED
                ? "true"
                : months(time, programme, milestone, name, where);
        where.and("""
                m.account_id in (select e.account_id from enrolment e join course c on c.id = e.course_id
                    where c.slug = :%1$s and c.id = any(:courses) and %2$s is not null and %3$s)"""
                .formatted(name, time, bounds), name, milestone.subject());
        where.parameters().put("courses", programme.courses().toArray(Long[]::new));
    }

    private static String months(String time, ProgrammeOutline programme, Milestone milestone, String name,
            MemberSearch.Where where) {
        var bounds = "true";
        if (milestone.first() != null) {
            bounds += " and " + time + " >= :" + name + "from";
            where.parameters().put(name + "from", MemberSearch.start(milestone.first(), programme));
        }
        if (milestone.last() != null) {
            bounds += " and " + time + " < :" + name + "until";
            where.parameters().put(name + "until",
                    MemberSearch.start(milestone.last().plusMonths(1), programme));
        }
        return bounds;
    }
}
