package id.sanggar.authoring;

import id.sanggar.assessment.QuizException;
import id.sanggar.assessment.QuizExceptions;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Grants single people more attempts, more time or a later day than the rules of a quiz do, with a reason. Found are
 * only other people who take the course: nobody grants herself anything, and of strangers nothing is told.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class QuizGranting {

    private static final int LONGEST_REASON = 400;
    private static final int SHORTEST_SEARCH = 2;
    private static final int PAGE = 10;

    @Inject
    private Authors authors;

    @Inject
    private Access access;

    @Inject
    private AuditTrail trail;

    @Inject
    private Drafts drafts;

    @Inject
    private QuizExceptions exceptions;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** @param contact phone number or e-mail address */
    public record Person(UUID code, String name, String contact) {
    }

    /** What was granted for a quiz, newest first. */
    public List<QuizExceptions.Granted> granted(String courseSlug, String activitySlug) {
        return exceptions.all(authors.require(courseSlug).courseId(), activitySlug);
    }

    /**
     * Those who take the course and whose name has these words, or whose phone number or e-mail address begins so; one
     * statement.
     *
     * @param text shorter than two characters finds nobody
     */
    public Page<Person> people(String courseSlug, String text, int number) {
        var course = authors.require(courseSlug);
        var wanted = text == null ? "" : text.strip();
        if (wanted.length() < SHORTEST_SEARCH) {
            return new Page<>(List.of(), 0, 1, PAGE);
        }
        var plain = Sql.literal(wanted);
        return sql.page("""
                select p.code, p.name, coalesce(p.phone, p.email) as contact, count(*) over () as total
                from enrolment e join account p on p.id = e.account_id
                where e.course_id = ? and p.id <> ? and (p.name ilike ? or p.phone like ? or p.email ilike ?)
                order by p.name, p.id limit ? offset ?""",
                row -> new Person(row.getObject("code", UUID.class), row.getString("name"), row.getString("contact")),
                number, PAGE, course.courseId(), access.callerId(), "%" + plain + "%", plain + "%", plain + "%");
    }

    /**
     * @throws Invalid if nothing is granted, too much, or without a reason
     * @throws NotFound if there is no such quiz, or the person does not take the course; she herself is nobody to her
     */
    public void grant(String courseSlug, String activitySlug, UUID person, String attempts, String minutes,
            String closesOn, String reason) {
        var course = authors.require(courseSlug);
        if (drafts.find(course.courseId()).activity(activitySlug).quiz() == null) {
            throw new NotFound("quiz " + activitySlug);
        }
        var problems = new HashMap<String, Message>();
        var granted = new QuizException(number(attempts, 100, "extraAttempts", problems),
                number(minutes, 600, "extraMinutes", problems), day(closesOn, problems));
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            problems.put("reason", new Message("authoring.exception-reason", LONGEST_REASON));
        }
        if (granted.equals(QuizException.NONE) && problems.isEmpty()) {
            problems.put("extraAttempts", new Message("authoring.exception-nothing"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        requireEnrolled(course.courseId(), person);
        exceptions.grant(course.courseId(), activitySlug, person, granted, why, access.callerId(), clock.instant());
        trail.record("quiz.exception-granted", person.toString(), null, Map.of("course", courseSlug, "quiz",
                activitySlug, "attempts", granted.extraAttempts(), "minutes", granted.extraMinutes(), "closesOn",
                granted.closesOn() == null ? "" : granted.closesOn()));
    }

    /** From now on the rules hold for this person as for everyone. */
    public void withdraw(String courseSlug, String activitySlug, UUID person) {
        var course = authors.require(courseSlug);
        exceptions.withdraw(course.courseId(), activitySlug, person);
        trail.record("quiz.exception-withdrawn", person.toString(), null,
                Map.of("course", courseSlug, "quiz", activitySlug));
    }

    private void requireEnrolled(long courseId, UUID person) {
        sql.row("""
                select 1 from enrolment e join account p on p.id = e.account_id
                where e.course_id = ? and p.code = ? and p.id <> ?""", row -> 1, courseId, person, access.callerId())
                .orElseThrow(() -> new NotFound("account " + person));
    }

    private static int number(String text, int most, String field, Map<String, Message> problems) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            return 0;
        }
        if (!stripped.matches("\\d{1,4}") || Integer.parseInt(stripped) > most) {
            problems.put(field, new Message("authoring.exception-number", most));
            return 0;
        }
        return Integer.parseInt(stripped);
    }

    private static LocalDate day(String text, Map<String, Message> problems) {
        var stripped = text == null ? "" : text.strip();
        try {
            return stripped.isEmpty() ? null : LocalDate.parse(stripped);
        } catch (DateTimeException none) {
            problems.put("closesOn", new Message("authoring.exception-day"));
            return null;
        }
    }
}
