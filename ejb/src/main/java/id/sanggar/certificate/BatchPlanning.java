package id.sanggar.certificate;

import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A manager plans a batch and has it checked: who would get a certificate, who would not, and why. Nothing is issued
 * here, see {@link Issuing}. Only for who manages all members of the programme.
 */
@Stateless
public class BatchPlanning {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_VALIDITY = 240;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM-");

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Outlines courses;

    @Inject
    private Issuances issuances;

    @Inject
    private IssuanceItems items;

    @Inject
    private BatchTemplates templates;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The programmes and courses for which the caller may issue certificates. */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<BatchChoices> choices() {
        var awards = templates.awards();
        return programmes.all().stream()
                .filter(programme -> access.managesAll(programme.id()))
                .map(programme -> new BatchChoices(programme, courses.allPublished().stream()
                        .filter(course -> givesCertificates(course, programme))
                        .map(course -> new BatchChoices.Course(course.courseSlug(), course.title()))
                        .toList(), awards))
                .filter(choice -> !choice.courses().isEmpty())
                .toList();
    }

    /**
     * Saves the plan of a new batch. Asked again with the same code, as a form does that is sent twice, it plans
     * nothing twice.
     *
     * @param code of the batch to be, random
     * @throws NotFound if there is no such programme, course or cohort
     * @throws NotAllowed if the caller does not manage all of the programme
     * @throws Invalid naming {@code course} if it gives no certificate in the programme, {@code award} if there is no
     *     template for it, {@code months} if it is not 1–240, or {@code name} if the name is taken or too long
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void plan(UUID code, BatchPlan plan) {
        isNew(code, plan);
    }

    /** Whether it was not planned before. */
    private boolean isNew(UUID code, BatchPlan plan) {
        var programme = programmes.bySlug(plan.programme());
        access.requireManagerOfAll(programme.id());
        issuances.lockPlans(programme.id());
        if (issuances.exists(code, programme.id())) {
            return false;
        }
        var issuance = new Issuance(code, programme.id(), plan(plan, programme, name(plan.name(), programme, null)),
                access.callerId(), clock.instant());
        issuances.add(issuance);
        record("issuance.planned", issuance, Map.of());
        return true;
    }

    /**
     * Plans a batch and has it checked in one go: both or neither, and once.
     *
     * @param code of the batch to be, random
     * @throws RuntimeException as {@link #plan} and {@link #check(UUID)} do
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void check(UUID code, BatchPlan plan) {
        if (isNew(code, plan)) {
            check(code);
        }
    }

    /**
     * Changes the plan of a draft; its programme stays.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it is no draft any more
     * @throws Invalid as {@link #plan}
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void change(UUID code, BatchPlan plan) {
        var issuance = mine(code);
        var programme = programmes.byId(issuance.programmeId());
        issuances.lockPlans(programme.id());
        issuance.change(plan(plan, programme, name(plan.name(), programme, issuance.name())), access.callerId());
        record("issuance.changed", issuance, Map.of());
    }

    /**
     * Draws up the frozen list of who would get a certificate and who would not, and why; frozen with it is what the
     * papers say: names, signatory, place, version of the template. May be asked again until the
     * batch is issued: then the list is drawn up anew, and an approval of the old one is void.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it was issued or cancelled, or if not even the batch's own texts fit on the template
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void check(UUID code) {
        var issuance = mine(code);
        var programme = programmes.byId(issuance.programmeId());
        var course = courses.publishedById(issuance.courseId());
        issuance.check(templates.current(course, issuance.award()), access.callerId(), clock.instant());
        issuances.flush();
        var shared = SharedTexts.of(programme);
        issuances.freeze(issuance.id(), shared);
        items.forget(issuance.id());
        items.freeze(issuance, programme, course.courseId(),
                issuance.cohortId() == null ? null : programme.cohort(issuance.cohortId()), issuance.completedUntil());
        items.proveNames(issuance, shared, course);
        record("issuance.checked", issuance, Map.of("eligible", items.eligible(issuance.id())));
    }

    /**
     * Makes the batch a draft again, so that its plan can be changed; its list and its approval are void.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it is a draft already, or was issued or cancelled
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void reopen(UUID code) {
        var issuance = mine(code);
        issuance.reopen();
        items.forget(issuance.id());
        record("issuance.reopened", issuance, Map.of());
    }

    private Issuance.Plan plan(BatchPlan plan, ProgrammeOutline programme, String name) {
        var course = course(plan.course(), programme);
        var cohort = plan.cohort() == null || plan.cohort().isBlank() ? null : programme.cohort(plan.cohort()).id();
        var months = plan.validMonths();
        if (months != null && (months < 1 || months > LONGEST_VALIDITY)) {
            throw Invalid.of("months", "certificate.months-out-of-range", LONGEST_VALIDITY);
        }
        return new Issuance.Plan(name, course.courseId(), cohort, plan.completedUntil(), plan.award(), months,
                plan.renewUntil(), templates.current(course, plan.award()));
    }

    private Outline course(String slug, ProgrammeOutline programme) {
        var course = courses.published(slug);
        if (!givesCertificates(course, programme)) {
            throw Invalid.of("course", "certificate.course-gives-none", course.title(), programme.title());
        }
        return course;
    }

    private static boolean givesCertificates(Outline course, ProgrammeOutline programme) {
        return course.certificateTemplate() != null && programme.courses().contains(course.courseId());
    }

    /** @param present of the batch, if it has one: it may stay */
    private String name(String wanted, ProgrammeOutline programme, String present) {
        if (wanted == null || wanted.isBlank()) {
            return present == null ? unusedName(programme) : present;
        }
        var name = wanted.strip();
        if (name.length() > LONGEST_NAME) {
            throw Invalid.of("name", "certificate.too-long", LONGEST_NAME);
        }
        if (!name.equals(present) && issuances.isTaken(name, programme.id())) {
            throw Invalid.of("name", "certificate.name-taken", name);
        }
        return name;
    }

    private String unusedName(ProgrammeOutline programme) {
        var month = MONTH.format(programme.day(clock.instant()));
        var used = issuances.namesBeginning(month, programme.id());
        var letter = 0;
        while (used.contains(month + letters(letter))) {
            letter++;
        }
        return month + letters(letter);
    }

    /** A, B … Z, AA, AB … */
    static String letters(int number) {
        return (number < 26 ? "" : letters(number / 26 - 1)) + (char) ('A' + number % 26);
    }

    private Issuance mine(UUID code) {
        return issuances.lock(code)
                .filter(issuance -> access.managesAll(issuance.programmeId()))
                .orElseThrow(() -> new NotFound("batch " + code));
    }

    private void record(String action, Issuance issuance, Map<String, ?> detail) {
        audit.record(action, issuance.code().toString(), issuance.programmeId(), detail);
    }
}
