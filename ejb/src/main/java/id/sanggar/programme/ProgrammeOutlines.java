package id.sanggar.programme;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * All programmes, from memory. There are few and they seldom change: they are read together, at once after one was set
 * up on this node and within a minute on the others.
 */
@ApplicationScoped
public class ProgrammeOutlines {

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);
    private static final String ALL = "all";

    @Inject
    private Programmes programmes;

    private final LoadingCache<String, List<ProgrammeOutline>> outlines = Caffeine.newBuilder()
            .expireAfterWrite(KEPT_FOR)
            .executor(Runnable::run)
            .build(all -> programmes.outlines());

    /** By slug. */
    public List<ProgrammeOutline> all() {
        return outlines.get(ALL);
    }

    /** @throws NotFound if there is no such programme */
    public ProgrammeOutline bySlug(String slug) {
        var wanted = Slug.require(slug);
        return all().stream()
                .filter(programme -> programme.slug().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound("programme " + slug));
    }

    /** @throws NotFound if there is no such programme */
    public ProgrammeOutline byId(long programmeId) {
        return all().stream()
                .filter(programme -> programme.id() == programmeId)
                .findFirst()
                .orElseThrow(() -> new NotFound("programme " + programmeId));
    }

    /**
     * The same, read anew if it does not know the cohort yet, which another node may have made within the minute.
     *
     * @param cohortId null for none
     * @throws NotFound if there is no such programme
     */
    public ProgrammeOutline byId(long programmeId, Long cohortId) {
        var known = byId(programmeId);
        if (cohortId == null || known.cohorts().stream().anyMatch(cohort -> cohort.id() == cohortId)) {
            return known;
        }
        outlines.invalidateAll();
        return byId(programmeId);
    }

    /** Programmes with a stage that asks for the course. */
    public List<ProgrammeOutline> askingFor(long courseId) {
        return all().stream().filter(programme -> programme.courses().contains(courseId)).toList();
    }

    /**
     * A programme with the rules of this number, which are those in force: from memory, unless that holds others.
     *
     * @throws NotFound if there is no such programme
     */
    public ProgrammeOutline judging(long programmeId, int rules) {
        return all().stream()
                .filter(programme -> programme.id() == programmeId && programme.rules() == rules)
                .findFirst()
                .orElseGet(() -> {
                    outlines.invalidateAll();
                    return uncommitted(programmeId);
                });
    }

    /**
     * A programme as the transaction at hand has it, for who must act on a change before it is committed.
     *
     * @throws NotFound if there is no such programme
     */
    public ProgrammeOutline uncommitted(long programmeId) {
        return programmes.outline(programmeId).orElseThrow(() -> new NotFound("programme " + programmeId));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) ProgrammeChanged event) {
        outlines.invalidateAll();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) CohortChanged event) {
        outlines.invalidateAll();
    }
}
