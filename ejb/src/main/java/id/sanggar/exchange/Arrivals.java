package id.sanggar.exchange;

import id.sanggar.authoring.CourseCreation;
import id.sanggar.authoring.DraftContents;
import id.sanggar.shared.Message;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Set;

/** Reads uploads against what is there, in the caller's transaction. */
@ApplicationScoped
class Arrivals {

    @Inject
    private DraftContents contents;

    @Inject
    private CourseCreation creation;

    @Inject
    private Sql sql;

    /**
     * @param courseId null for a new course
     * @param hold whether nobody else may change the draft until the transaction ends
     */
    Destination destination(Long courseId, String organisation, boolean hold) {
        var templates = Set.copyOf(sql.rows("select distinct slug from certificate_template",
                row -> row.getString("slug")));
        if (courseId == null) {
            return new Destination(null, organisation, templates, Set.of(), Set.of());
        }
        var draft = hold ? contents.hold(courseId) : contents.of(courseId);
        return new Destination(draft, draft.course().organisation(), templates,
                Set.copyOf(sql.rows("select slug from draft_activity where course_id = ?", row -> row.getString(1),
                        courseId)),
                Set.copyOf(sql.rows("select slug from question where course_id = ?", row -> row.getString(1),
                        courseId)));
    }

    /** Of the draft; null where there is none. */
    Integer revision(Long courseId) {
        return courseId == null ? null
                : sql.row("select revision from draft where course_id = ?", row -> row.getInt(1), courseId)
                        .orElse(null);
    }

    /** Reads an upload, whatever it is; what is wrong with it stands in the plan. */
    Arrival read(ImportOrder order, String file, byte[] bytes, Destination to) {
        var problems = Problems.ofDraft();
        return switch (order.kind()) {
            case PACK -> {
                var arrival = PackArrival.read(file, bytes, to, problems);
                yield arrival.isRefused() || to.draft() != null ? arrival : named(arrival);
            }
            case QUESTIONS -> QuestionArrival.read(file, bytes, order.topic(), to, problems);
            case LESSONS -> LessonArrival.read(file, bytes, order.section(), order.split(), to, problems);
        };
    }

    /** A new course gets a name that no other has. */
    private Arrival named(Arrival arrival) {
        var content = creation.renamed(arrival.content());
        var changes = new ArrayList<>(arrival.plan().changes());
        if (!content.course().slug().equals(arrival.content().course().slug())) {
            changes.add(new ImportPlan.Change(new Message("exchange.changed-slug"),
                    arrival.content().course().slug(), content.course().slug()));
        }
        if (!content.course().code().equals(arrival.content().course().code())) {
            changes.add(new ImportPlan.Change(new Message("exchange.changed-code"),
                    arrival.content().course().code(), content.course().code()));
        }
        var plan = arrival.plan();
        return new Arrival(content, arrival.questions(), arrival.files(),
                new ImportPlan(plan.counts(), plan.comes(), changes, plan.problems(), plan.hints()));
    }
}
