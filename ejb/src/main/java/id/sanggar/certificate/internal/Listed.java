package id.sanggar.certificate.internal;

/** People on a batch's list, each with all that a paper says of its holder. */
public final class Listed {

    /** The name that was frozen with the list; nobody's whose data was erased since. Of item {@code i}. */
    public static final String HOLDER = "coalesce(case when a.state <> 'ERASED' then i.holder end, a.name)";

    /** The page is cut first: the planner would read whole tables to join them with what it takes for a long list. */
    private static final String ACHIEVEMENTS = """
            select i.position, i.serial_number, m.account_id, %s as holder, o.name_id as partner,
                e.version_id, e.score, case when b.award = 'ATTENDANCE' then coalesce(l.last_at, b.checked_at)
                    else e.completed_at end as reached_at
            from (select issuance_id, position, serial_number, membership_id, holder from issuance_item
                where %s) i
            join issuance b on b.id = i.issuance_id join programme p on p.id = b.programme_id
            join membership m on m.id = i.membership_id join account a on a.id = m.account_id
            join enrolment e on e.account_id = m.account_id and e.course_id = b.course_id
            left join organisation o on o.id = m.organisation_id and o.id <> p.organisation_id
            left join lateral (%s and b.award = 'ATTENDANCE') l on true
            order by i.position""";

    private Listed() {
    }

    /** @param which items: a condition, an order and a limit */
    public static String achievements(String which) {
        return ACHIEVEMENTS.formatted(HOLDER, which, Attendance.OF_ENROLMENT);
    }
}
