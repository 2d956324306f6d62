package id.sanggar.programme;

import id.sanggar.course.Outlines;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Brings a programme into the form its owner describes. */
@Stateless
public class ProgrammeSetup {

    @Inject
    private Programmes programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Organisations organisations;

    @Inject
    private Outlines courses;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<ProgrammeChanged> changed;

    /**
     * Creates the programme or changes the one of that slug. Nothing happens where nothing differs. Members stay where
     * they are, or go on if less is asked of them than before; no stage they have left is asked for again.
     *
     * @return whether anything differed
     * @throws NotFound if its organisation or one of its courses is not there
     * @throws Conflict if it would take away a stage where someone stands or has been, or what someone was confirmed
     */
    @RolesAllowed(Role.IS_ADMIN)
    public boolean apply(ProgrammeDefinition definition) {
        var known = programmes.bySlug(definition.slug());
        var before = known.map(Programme::outline);
        before.ifPresent(outline -> refuseLosses(outline, definition, known.get()::isAtDesk));
        var programme = known.orElseGet(() -> new Programme(definition.slug()));
        programme.become(definition, organisations.bySlug(definition.organisation()),
                definition.approving() == null ? null : organisations.bySlug(definition.approving()),
                slug -> courses.published(slug).courseId());
        programmes.add(programme);
        programmes.flush();
        if (Optional.of(programme.outline()).equals(before)) {
            return false;
        }
        audit.record(before.isEmpty() ? "programme.created" : "programme.changed", definition.slug(), programme.id(),
                Map.of());
        changed.fire(new ProgrammeChanged(programme.id()));
        return true;
    }

    private void refuseLosses(ProgrammeOutline programme, ProgrammeDefinition definition,
            Predicate<String> isAtDesk) {
        for (var stage : programme.stages()) {
            var kept = definition.stages().stream().filter(wanted -> wanted.slug().equals(stage.slug())).findFirst();
            if (kept.isEmpty() && memberships.haveBeenIn(stage.id())) {
                throw new Conflict("programme.stage-in-use", stage.title());
            }
            var lost = lost(stage.requirements(), kept.map(ProgrammeDefinition.Stage::requirements).orElse(List.of()));
            if (!lost.isEmpty() && memberships.isAnyConfirmed(lost.keySet())) {
                throw new Conflict("programme.requirement-in-use", lost.values().iterator().next());
            }
        }
        var cohorts = definition.cohorts().stream().map(ProgrammeDefinition.Cohort::slug).toList();
        for (var cohort : programme.cohorts()) {
            if (!cohorts.contains(cohort.slug()) && !isAtDesk.test(cohort.slug())
                    && memberships.haveApplied(cohort.id())) {
                throw new Conflict("programme.cohort-in-use", cohort.title());
            }
        }
    }

    private Map<Long, LocalizedText> lost(List<ProgrammeOutline.Requirement> known,
            List<ProgrammeDefinition.Requirement> wanted) {
        return known.stream()
                .filter(requirement -> requirement.kind() == RequirementKind.CONFIRMED)
                .filter(requirement -> wanted.stream().noneMatch(kept -> kept.kind() == RequirementKind.CONFIRMED
                        && kept.slug().equals(requirement.slug())))
                .collect(Collectors.toMap(ProgrammeOutline.Requirement::id,
                        ProgrammeOutline.Requirement::title));
    }
}
