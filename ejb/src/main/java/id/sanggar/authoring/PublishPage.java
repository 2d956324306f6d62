package id.sanggar.authoring;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * Everything somebody should know before she publishes.
 *
 * @param publishedNumber of the version learners see; null for a course never published
 * @param approval who approved the draft and when; null if nobody did
 * @param submission who handed it in and when; null if nobody did since it was last published
 * @param findings of the publish check
 * @param impact null for a course never published, or where nothing differs
 * @param moving how far those are who move to the published version; null if nobody is on the way
 */
public record PublishPage(String slug, LocalizedText title, Draft.State state, Integer publishedNumber,
        ReviewPage.Step submission, ReviewPage.Step approval, CourseDifference difference, List<Finding> findings,
        PublishImpact impact, MoveProgress moving) {

    public PublishPage {
        findings = List.copyOf(findings);
    }

    /**
     * People on their way to a version.
     *
     * @param seen how many were looked at
     * @param moved how many of them moved
     */
    public record MoveProgress(int version, boolean running, boolean failed, int total, int seen, int moved,
            Instant startedAt) {
    }

    public List<Finding> blocking() {
        return findings.stream().filter(Finding::isBlocking).toList();
    }

    public List<Finding> warning() {
        return findings.stream().filter(finding -> !finding.isBlocking()).toList();
    }

    public boolean isApproved() {
        return state == Draft.State.APPROVED;
    }

    /** Whether there is something to publish that the check lets through. */
    public boolean isSound() {
        return !difference.isNothing() && blocking().isEmpty();
    }
}
