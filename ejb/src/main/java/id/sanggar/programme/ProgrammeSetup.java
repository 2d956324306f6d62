package id.sanggar.programme;

import id.sanggar.course.Outlines;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Brings a programme into the form its owner describes. */
@Stateless
public class ProgrammeSetup {

    @Inject
    private Programmes programmes;

    @Inject
    private TargetParts targetParts;

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

    @Inject
    private Event<RulesDescribed> rulesDescribed;

    @Inject
    private Clock clock;

    /**
     * Creates the programme or changes the one of that slug. Nothing happens where nothing differs. Where stages ask
     * for something else than before, members are judged by the rules of before until a person has seen whom the new
     * ones would move, and applies them.
     *
     * @return whether anything differed
     * @throws NotFound if its organisation or one of its courses is not there
     * @throws Conflict if it would take away a stage where someone stands or has been
     */
    @RolesAllowed(Role.IS_ADMIN)
    public boolean apply(ProgrammeDefinition definition) {
        var known = programmes.lockedBySlug(definition.slug());
        var before = known.map(Programme::outline);
        var inForce = known.map(programmes::inForce);
        before.ifPresent(outline -> refuseLosses(outline, definition, known.get()::isAtDesk));
        var programme = known.orElseGet(() -> new Programme(definition.slug()));
        programme.become(definition, organisations.bySlug(definition.organisation()),
                definition.approving() == null ? null : organisations.bySlug(definition.approving()),
                slug -> courses.published(slug).courseId());
        programmes.add(programme);
        programmes.flush();
        var partsDiffer = targetParts.put(programme.id(), definition.targets());
        if (Optional.of(programme.outline()).equals(before) && !partsDiffer) {
            return false;
        }
        inForce.ifPresent(judging -> judgeByThese(programme, before.orElseThrow(), judging));
        audit.record(before.isEmpty() ? "programme.created" : "programme.changed", definition.slug(), programme.id(),
                Map.of());
        changed.fire(new ProgrammeChanged(programme.id()));
        return true;
    }

    /** Numbers the rules, if they are others than before; they wait where anybody is judged by those in force. */
    private void judgeByThese(Programme programme, ProgrammeOutline before, ProgrammeOutline judging) {
        var described = programme.outline();
        if (StageRules.areSame(described.stages(), before.stages())) {
            return;
        }
        programmes.keepRules(programme.id(), programme.rulesInForce(), judging.stages(), clock.instant());
        programme.renumberRules();
        var waits = memberships.areJudged(programme.id())
                && !StageRules.areSame(described.stages(), judging.stages());
        if (!waits) {
            programme.bringRulesIntoForce();
        }
        programmes.flush();
        programmes.noteInForce(programmes.inForce(programme));
        rulesDescribed.fire(new RulesDescribed(programme.id(), programme.rulesVersion(), waits));
    }

    private void refuseLosses(ProgrammeOutline programme, ProgrammeDefinition definition,
            Predicate<String> isAtDesk) {
        for (var stage : programme.stages()) {
            var kept = definition.stages().stream().filter(wanted -> wanted.slug().equals(stage.slug())).findFirst();
            if (kept.isEmpty() && memberships.haveBeenIn(stage.id())) {
                throw new Conflict("programme.stage-in-use", stage.title());
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
}
