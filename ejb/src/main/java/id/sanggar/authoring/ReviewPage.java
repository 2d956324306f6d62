package id.sanggar.authoring;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The review of a draft: how far it is, what changed since the version learners see, what was said about it.
 *
 * @param publishedNumber of that version; null for a course never published
 * @param writes whether the caller may change the draft
 * @param revision whoever approves names the one he looked at
 * @param refusal why the caller cannot approve it; null if she can, or there is nothing to approve now
 * @param approvals the organisations whose approval is demanded; empty: any other author's will do
 * @param places what a comment can be about
 */
public record ReviewPage(String slug, LocalizedText title, Draft.State state, Integer publishedNumber, boolean writes,
        int revision, Message refusal, List<Approval> approvals, CourseDifference difference, List<Step> steps,
        List<Thread> threads, List<PlaceOption> places) {

    public ReviewPage {
        approvals = List.copyOf(approvals);
        steps = List.copyOf(steps);
        threads = List.copyOf(threads);
        places = List.copyOf(places);
    }

    /** A draft that somebody handed in and that waits for a reviewer. */
    public record Waiting(String slug, LocalizedText title, String by, Instant since) {
    }

    /** What a comment is about. */
    public enum Place {
        COURSE, ACTIVITY, QUESTION, SETTING
    }

    /**
     * Something one can say something about.
     *
     * @param title null for a setting
     */
    public record PlaceOption(Place place, String slug, LocalizedText title) {

        /** As a form names it. */
        public String value() {
            return slug == null ? place.name() : place.name() + ":" + slug;
        }
    }

    /** @param given whether it approved the draft as it is */
    public record Approval(LocalizedText organisation, boolean given) {
    }

    /** How a draft got on. */
    public enum StepKind {
        SUBMITTED, RETURNED, APPROVED, PUBLISHED
    }

    /** @param organisation in whose name it was approved; null where nobody demands that */
    public record Step(StepKind kind, String note, LocalizedText organisation, String by, Instant at) {
    }

    /**
     * A comment and what was answered.
     *
     * @param slug of what it is about; null for the course
     * @param title of what it is about; null for a setting of the course or what is not there any more
     * @param quote the words it is about; empty for the whole
     * @param anchor {@code HERE}, {@code CHANGED} or {@code GONE}
     * @param resolvedBy null while it is open
     */
    public record Thread(UUID code, Place place, String slug, LocalizedText title, String quote, String anchor,
            Said said, List<Said> replies, String resolvedBy, Instant resolvedAt) {

        public Thread {
            replies = List.copyOf(replies);
        }

        public boolean isOpen() {
            return resolvedBy == null;
        }
    }

    /** What somebody said. */
    public record Said(String by, Instant at, String body) {
    }

    public List<Thread> open() {
        return threads.stream().filter(Thread::isOpen).toList();
    }

    public List<Thread> resolved() {
        return threads.stream().filter(thread -> !thread.isOpen()).toList();
    }

    public boolean isInReview() {
        return state == Draft.State.IN_REVIEW;
    }

    public boolean maySubmit() {
        return writes && state == Draft.State.DRAFT && !difference.isNothing();
    }

    public boolean mayApprove() {
        return isInReview() && refusal == null;
    }
}
