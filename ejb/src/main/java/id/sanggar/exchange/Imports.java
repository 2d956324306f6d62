package id.sanggar.exchange;

import id.sanggar.authoring.Authors;
import id.sanggar.authoring.StudioCourses;
import id.sanggar.course.Outline;
import id.sanggar.exchange.batch.ImportJob;
import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Brings files into the studio: first told, then done. What came waits for its author, and for nobody else, until it is
 * applied, cancelled or forgotten.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class Imports {

    /** The largest upload, in bytes. */
    public static final int LARGEST = 50_000_000;

    /** More than this is applied by a job, and rehearsed by none. */
    private static final int MANY_FILES = 20;
    private static final int MUCH = 6_000_000;
    private static final int RECENT = 12;
    private static final int LONGEST_NAME = 150;

    @Inject
    private ImportRecords records;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Applying applying;

    @Inject
    private ImportJob job;

    @Inject
    private Authors authors;

    @Inject
    private StudioCourses courses;

    @Inject
    private Access access;

    @Inject
    private Sql sql;

    /**
     * Looks an upload through and keeps it, with all that is told of it, until somebody decides.
     *
     * @param fileName as the author's device calls it
     * @return the code of the import
     * @throws NotFound if the caller may not write the course
     * @throws Invalid of the field {@code file} if nothing came, or too much
     */
    public UUID receive(ImportOrder order, String fileName, byte[] bytes) {
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw Invalid.of("file", bytes.length == 0 ? "exchange.no-file" : "exchange.file-too-large",
                    String.valueOf(LARGEST / 1_000_000));
        }
        var course = order.course() == null || order.course().isEmpty() ? null : authors.require(order.course());
        if (course == null && order.kind() != ImportKind.PACK) {
            throw Invalid.of("course", "exchange.no-course-chosen");
        }
        var organisation = course == null ? organisation(order.organisation()) : null;
        var organisationId = course == null
                ? sql.row("select id from organisation where slug = ?", row -> row.getLong(1), organisation)
                        .orElseThrow()
                : course.organisationId();
        var courseId = course == null ? null : Long.valueOf(course.courseId());
        var file = shortened(fileName);
        var to = arrivals.destination(courseId, organisation, false);
        var arrival = arrivals.read(order, file, bytes, to);
        var plan = arrival.isRefused() || isLarge(arrival) ? arrival.plan() : rehearsed(arrival, to.organisation());
        return records.add(order, file, organisationId, courseId, plan, bytes, arrivals.revision(courseId),
                arrival.files().size(), access.callerId());
    }

    private String organisation(String chosen) {
        var mine = courses.organisations().stream().map(Outline.Owner::slug).toList();
        if (mine.size() == 1) {
            return mine.get(0);
        }
        if (!mine.contains(chosen)) {
            throw Invalid.of("organisation", "exchange.no-organisation-chosen");
        }
        return chosen;
    }

    /** The last part of the name; a device may send a path, and a stranger anything. */
    private static String shortened(String fileName) {
        var name = Problems.readable(FileName.last(fileName == null ? "" : fileName)).strip();
        if (name.length() > LONGEST_NAME) {
            var ending = FileName.ending(name);
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2))
                    + (ending.length() < 12 ? ending : "");
        }
        return name.isEmpty() ? "berkas" : name;
    }

    private static boolean isLarge(Arrival arrival) {
        return arrival.files().size() > MANY_FILES
                || arrival.files().stream().mapToLong(file -> file.bytes().length).sum() > MUCH;
    }

    private ImportPlan rehearsed(Arrival arrival, String organisation) {
        var problems = new ArrayList<Problem>();
        arrival.files().forEach(file -> applying.rehearse(organisation, file)
                .ifPresent(why -> problems.add(new Problem(file.name(), 0, why, false))));
        return arrival.plan().with(problems);
    }

    /** @throws NotFound if there is no such import of the caller's */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Import find(UUID code) {
        return records.shown(code, access.callerId());
    }

    /** The caller's, the newest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Import> recent() {
        return records.recent(access.callerId(), RECENT);
    }

    /**
     * Does what was told: at once, or by a job where it is much. Asked again, it does nothing again.
     *
     * @throws NotFound if there is no such import of the caller's
     * @throws Conflict if the draft has changed since it was looked through; what is told now is true again
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void apply(UUID code) {
        var known = records.shown(code, access.callerId());
        if (!known.isReady()) {
            return;
        }
        if (known.course() != null) {
            authors.require(known.course());
        }
        if (known.total() > MANY_FILES || isMuch(code)) {
            applying.begin(code).ifPresent(job::start);
        } else if (Applying.Outcome.CHANGED.name().equals(applying.apply(code))) {
            throw new Conflict("exchange.draft-changed");
        }
    }

    private boolean isMuch(UUID code) {
        return sql.row("select 1 from content_import where code = ? and total > 0 and length(bytes) > ?", row -> 1,
                code, MUCH).isPresent();
    }

    /**
     * Gives it up; what is being applied or was, stays.
     *
     * @throws NotFound if there is no such import of the caller's
     */
    public void cancel(UUID code) {
        records.shown(code, access.callerId());
        records.lock(code)
                .filter(stored -> stored.state() == ImportState.READY || stored.state() == ImportState.REFUSED)
                .ifPresent(stored -> records.end(stored.id(), ImportState.CANCELLED, null));
    }
}
