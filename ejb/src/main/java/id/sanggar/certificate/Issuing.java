package id.sanggar.certificate;

import id.sanggar.certificate.batch.IssuanceJob;
import id.sanggar.certificate.internal.Templates;
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
import id.sanggar.shared.Page;
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
 * A manager issues certificates in batches: has a plan checked, looks at who would get one and who would not, has it
 * issued, and tries again what failed. Only for who manages all members of the programme.
 */
@Stateless
public class Issuing {

    private static final int LONGEST_NAME = 80;
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
    private IssuanceStart starting;

    @Inject
    private IssuanceJob job;

    @Inject
    private Templates templates;

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
        return programmes.all().stream()
                .filter(programme -> access.managesAll(programme.id()))
                .map(programme -> new BatchChoices(programme, courses.allPublished().stream()
                        .filter(course -> course.certificateTemplate() != null)
                        .filter(course -> programme.courses().contains(course.courseId()))
                        .map(course -> new BatchChoices.Course(course.courseSlug(), course.title()))
                        .toList()))
                .filter(choice -> !choice.courses().isEmpty())
                .toList();
    }

    /**
     * Draws up a batch: the frozen list of who would get a certificate and who would not, and why. Nothing is issued.
     *
     * @return the batch's code
     * @throws NotFound if there is no such programme, course or cohort
     * @throws NotAllowed if the caller does not manage all of the programme
     * @throws Invalid naming {@code course} if it gives no certificate in the programme, or {@code name} if the name is
     *     taken or too long
     * @throws Conflict if not even the batch's own texts fit on the template
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public UUID check(BatchPlan plan) {
        var programme = programmes.bySlug(plan.programme());
        access.requireManagerOfAll(programme.id());
        var course = course(plan.course(), programme);
        var cohort = plan.cohort() == null || plan.cohort().isBlank() ? null : programme.cohort(plan.cohort());
        var issuance = new Issuance(name(plan.name(), programme), programme.id(), course.courseId(),
                cohort == null ? null : cohort.id(), plan.completedUntil(),
                templates.current(course.certificateTemplate()), access.callerId(), clock.instant());
        issuances.add(issuance);
        items.freeze(issuance, programme, course.courseId(), cohort, plan.completedUntil());
        items.proveNames(issuance, programme, course);
        audit.record("issuance.checked", issuance.code().toString(), programme.id(), Map.of());
        return issuance.code();
    }

    private Outline course(String slug, ProgrammeOutline programme) {
        var course = courses.published(slug);
        if (course.certificateTemplate() == null || !programme.courses().contains(course.courseId())) {
            throw Invalid.of("course", "certificate.course-gives-none", course.title(), programme.title());
        }
        return course;
    }

    private String name(String wanted, ProgrammeOutline programme) {
        if (wanted == null || wanted.isBlank()) {
            return unusedName(programme);
        }
        var name = wanted.strip();
        if (name.length() > LONGEST_NAME) {
            throw Invalid.of("name", "certificate.too-long", LONGEST_NAME);
        }
        if (issuances.isTaken(name, programme.id())) {
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

    /**
     * The batches of every programme that the caller manages as a whole, newest first.
     *
     * @param number of the page, from 1
     * @param size of a page, from 1
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<BatchRow> batches(int number, int size) {
        return issuances.managedBy(access.callerId(), number, size);
    }

    /** @throws NotFound if there is no such batch among the caller's */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public BatchPage batch(UUID code) {
        return issuances.page(idOf(code));
    }

    /**
     * The people of a batch, in the order of their numbers.
     *
     * @param number of the page, from 1
     * @param size of a page, from 1
     * @throws NotFound if there is no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<BatchItem> items(UUID code, ItemFilter filter, int number, int size) {
        return items.page(idOf(code), filter, number, size);
    }

    /**
     * How far the batch is. Cheap enough to be asked every second.
     *
     * @throws NotFound if there is no such batch among the caller's
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public BatchProgress progress(UUID code) {
        return issuances.progress(idOf(code));
    }

    /**
     * Has a checked batch issued; returns at once, see {@link #progress}.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it was issued or cancelled already, or nobody in it is eligible
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void issue(UUID code) {
        // The job runs in transactions of its own, and must find the batch started.
        job.start(starting.start(code));
    }

    /**
     * Tries again what failed or was left over, under the same numbers; returns at once.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if nothing is left to try
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void retryFailed(UUID code) {
        job.start(starting.startAgain(code));
    }

    /**
     * Gives up a batch that was checked but not issued.
     *
     * @throws NotFound if there is no such batch among the caller's
     * @throws Conflict if it was issued or cancelled already
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void cancel(UUID code) {
        starting.cancel(code);
    }

    private long idOf(UUID code) {
        return issuances.idOf(code, access.callerId());
    }
}
