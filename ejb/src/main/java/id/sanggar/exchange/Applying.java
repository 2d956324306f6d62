package id.sanggar.exchange;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.authoring.Authors;
import id.sanggar.authoring.CourseContent;
import id.sanggar.authoring.CourseCreation;
import id.sanggar.authoring.DraftContents;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.media.MediaIntake;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads an upload against what is there, and puts it there: each step one transaction, so that an import is in the
 * draft as a whole or not at all.
 */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class Applying {

    @Inject
    private ImportRecords records;

    @Inject
    private Arrivals arrivals;

    @Inject
    private DraftContents contents;

    @Inject
    private Authors authors;

    @Inject
    private CourseCreation creation;

    @Inject
    private QuestionBank bank;

    @Inject
    private MediaIntake intake;

    @Inject
    private AuditTrail trail;

    @Resource
    private SessionContext context;

    /** What became of the wish to apply something. */
    enum Outcome {
        DONE,
        /** The draft has changed since it was looked through; it was looked through again. */
        CHANGED,
        /** It is not there to be applied any more: it was, or was given up. */
        OVER
    }

    /**
     * Tries whether a file would be taken, and takes nothing.
     *
     * @return why not
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Message> rehearse(String organisation, NewMedia file) {
        try {
            intake.accept(organisation, file.name(), file.bytes());
            return Optional.empty();
        } catch (Invalid refused) {
            return refused.fields().values().stream().findFirst();
        } finally {
            context.setRollbackOnly();
        }
    }

    /**
     * Applies all of it now.
     *
     * @throws Invalid if a file is refused that was not looked through before
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public String apply(UUID code) {
        return records.lock(code).filter(stored -> stored.state() == ImportState.READY)
                .map(this::apply).orElse(Outcome.OVER).name();
    }

    /** @return its id, if it waited: from now on a job works on it */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Long> begin(UUID code) {
        var waiting = records.lock(code).filter(stored -> stored.state() == ImportState.READY);
        waiting.ifPresent(stored -> records.begin(stored.id()));
        return waiting.map(ImportRecords.Stored::id);
    }

    private Outcome apply(ImportRecords.Stored stored) {
        var to = arrivals.destination(stored.courseId(), stored.organisation(), true);
        var arrival = arrivals.read(order(stored), stored.fileName(), records.bytes(stored.id()), to);
        var revision = arrivals.revision(stored.courseId());
        if (arrival.isRefused() || !Objects.equals(revision, stored.draftRevision())) {
            records.looked(stored.id(), arrival.plan(), revision);
            return Outcome.CHANGED;
        }
        var accepted = new LinkedHashMap<String, NewMedia>();
        arrival.files().forEach(file -> accepted.put(file.name(), accept(to.organisation(), file)));
        put(stored, to, arrival, accepted);
        return Outcome.DONE;
    }

    private static ImportOrder order(ImportRecords.Stored stored) {
        return new ImportOrder(stored.kind(), null, stored.organisation(), stored.section(), stored.topic(),
                stored.split());
    }

    private NewMedia accept(String organisation, NewMedia file) {
        var kept = intake.accept(organisation, file.name(), file.bytes());
        var ending = FileName.ending(file.name());
        var stem = file.name().substring(0, file.name().length() - ending.length());
        return NewMedia.stored(stem + FileName.ending(kept.name()), kept.sha256(), kept.contentType());
    }

    /** The files of a large import that are not kept yet. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<NewMedia> missing(long id) {
        return applying(id).map(stored -> {
            var to = arrivals.destination(stored.courseId(), stored.organisation(), false);
            var kept = records.kept(id);
            return arrivals.read(order(stored), stored.fileName(), records.bytes(id), to).files().stream()
                    .filter(file -> !kept.containsKey(file.name()))
                    .toList();
        }).orElse(List.of());
    }

    /** Looks some files of a large import through, and keeps them. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void keep(long id, List<NewMedia> files) {
        applying(id).ifPresent(stored ->
                files.forEach(file -> records.keep(id, file.name(), accept(stored.organisation(), file))));
    }

    private Optional<ImportRecords.Stored> applying(long id) {
        return records.lock(id).filter(stored -> stored.state() == ImportState.APPLYING);
    }

    /** The last step of a large import, whose files are all kept. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void finish(long id) {
        applying(id).ifPresent(stored -> {
            var to = arrivals.destination(stored.courseId(), stored.organisation(), true);
            var arrival = arrivals.read(order(stored), stored.fileName(), records.bytes(id), to);
            var revision = arrivals.revision(stored.courseId());
            var kept = records.kept(id);
            var complete = arrival.files().stream().allMatch(file -> kept.containsKey(file.name()));
            if (arrival.isRefused() || !complete || !Objects.equals(revision, stored.draftRevision())) {
                records.looked(id, arrival.plan(), revision);
            } else {
                put(stored, to, arrival, kept);
            }
        });
    }

    /** A large import that cannot be finished waits again, with the reason. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fail(long id, Message why) {
        applying(id).ifPresent(stored -> records.looked(id, stored.plan().with(
                        List.of(new Problem(stored.fileName(), 0, why, false))), stored.draftRevision()));
    }

    private void put(ImportRecords.Stored stored, Destination to, Arrival arrival, Map<String, NewMedia> accepted) {
        var content = complete(arrival.content(), accepted);
        var courseId = stored.courseId();
        if (courseId == null) {
            courseId = creation.enter(content);
        } else if (stored.kind() != ImportKind.QUESTIONS
                || !content.course().topics().equals(to.draft().course().topics())) {
            contents.replace(courseId, content);
        }
        if (!arrival.questions().isEmpty()) {
            bank.keep(courseId, arrival.questions());
            authors.changed(courseId);
        }
        records.end(stored.id(), ImportState.APPLIED, courseId);
        trail.record("course.imported", content.course().slug(), null, Map.of("file", stored.fileName(), "kind",
                stored.kind(), "import", stored.code()));
    }

    /** The content with the files that were kept for it, under the names they have now. */
    private static CourseContent complete(CourseContent content, Map<String, NewMedia> accepted) {
        var media = new ArrayList<>(content.course().media());
        var names = new HashSet<String>();
        media.forEach(file -> names.add(file.name()));
        accepted.values().stream().filter(file -> names.add(file.name())).forEach(media::add);
        var course = content.course().with(media);
        for (var file : accepted.entrySet()) {
            if (!file.getKey().equals(file.getValue().name())) {
                course = renamed(course, file.getKey(), file.getValue().name());
            }
        }
        return new CourseContent(course, content.questions(), content.quizzes());
    }

    private static NewCourseVersion renamed(NewCourseVersion course, String was, String name) {
        return course.in(course.sections().stream().map(section -> new NewSection(section.slug(), section.title(),
                section.activities().stream().map(activity -> renamed(activity, was, name)).toList())).toList());
    }

    private static NewActivity renamed(NewActivity activity, String was, String name) {
        var body = activity.body() == null ? null : MediaReferences.renamed(activity.body(), was, name);
        return new NewActivity(activity.slug(), activity.kind(), activity.title(), activity.minutes(),
                activity.completion(), activity.topics(), activity.outcomes(), activity.requires(), activity.opensOn(),
                body, was.equals(activity.mediaName()) ? name : activity.mediaName());
    }
}
