package id.sanggar.certificate.internal;

/** When a member has attended a course: when she has gone through every lesson of her version of it to its end. */
public final class Attendance {

    /**
     * For enrolment {@code e}: {@code last_at}, when the last lesson was done; {@code attended_at}, the same, but null
     * while one is missing; how many were {@code done} of how many {@code required}. Her marks say nothing about it.
     */
    public static final String OF_ENROLMENT = """
            select max(r.completed_at) as last_at,
                case when count(r.completed_at) = count(*) then max(r.completed_at) end as attended_at,
                count(r.completed_at) as done, count(*) as required
            from activity v left join activity_record r on r.enrolment_id = e.id and r.activity_slug = v.slug
            where v.version_id = e.version_id and v.kind = 'LESSON' and v.completion <> 'NONE'""";

    private Attendance() {
    }
}
