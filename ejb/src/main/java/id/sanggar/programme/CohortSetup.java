package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Region;
import id.sanggar.identity.Residences;
import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Managers make cohorts and change them at their desk. What is made or changed there, the programme's file leaves alone
 * from then on. Places that become free by it are given away at once.
 */
@Stateless
public class CohortSetup {

    private static final int MOST_AREAS = 50;

    @Inject
    private ProgrammeOutlines outlines;

    @Inject
    private Programmes programmes;

    @Inject
    private Places places;

    @Inject
    private Entrance entrance;

    @Inject
    private Residences residences;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CohortChanged> changed;

    /**
     * @throws NotFound if there is no such programme or cohort
     * @throws NotAllowed if the caller manages nobody in the programme
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public CohortPage page(String programmeSlug, String cohortSlug) {
        var programme = outlines.bySlug(programmeSlug);
        access.requireManager(programme.id());
        var cohort = programme.cohort(cohortSlug);
        return new CohortPage(programme, cohort, places.left(cohort.id()).get(cohort.id()),
                places.members(cohort.id(), access.callerId()), places.waiting(cohort.id(), access.callerId()),
                words(cohort), access.managesAll(programme.id()));
    }

    private List<String> words(ProgrammeOutline.Cohort cohort) {
        return cohort.openTo().residentsOf().stream().map(residences::inWords).toList();
    }

    /**
     * The programme in which a cohort is to be made.
     *
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if the caller does not manage all of it
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public ProgrammeOutline programme(String programmeSlug) {
        var programme = outlines.bySlug(programmeSlug);
        access.requireManagerOfAll(programme.id());
        return programme;
    }

    /**
     * @return slug of the new cohort, made of its title
     * @throws NotFound as {@link #programme}
     * @throws NotAllowed as {@link #programme}
     * @throws Invalid with every field that needs another answer
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public String make(String programmeSlug, CohortForm form) {
        var outline = programme(programmeSlug);
        var programme = find(outline);
        var slug = FreshSlug.of(form.title(), "kelas", programme.outline()::hasCohort);
        write(programme, outline, slug, form);
        audit.record("cohort.created", slug, outline.id(), Map.of());
        return slug;
    }

    /**
     * What somebody else changed meanwhile, and the caller did not, stays as it is.
     *
     * @param was what the form showed when it was opened
     * @throws NotFound as {@link #programme}, or if it has no such cohort
     * @throws NotAllowed as {@link #programme}
     * @throws Invalid with every field that needs another answer, or that somebody else changed too meanwhile
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void change(String programmeSlug, String cohortSlug, Map<String, String> was, CohortForm form) {
        var outline = programme(programmeSlug);
        var programme = find(outline);
        var cohort = programme.outline().cohort(cohortSlug);
        var now = CohortForm.of(cohort, words(cohort)).fields();
        write(programme, outline, cohortSlug, CohortForm.of(Meanwhile.merge(was, form.fields(), now)));
        audit.record("cohort.changed", cohortSlug, outline.id(), Map.of());
        entrance.fill(outline, List.of(cohort.id()));
    }

    /** One manager after the other. */
    private Programme find(ProgrammeOutline outline) {
        places.hold(outline.id());
        return programmes.lockedBySlug(outline.slug()).orElseThrow(() -> new NotFound("programme " + outline.slug()));
    }

    private void write(Programme programme, ProgrammeOutline outline, String slug, CohortForm form) {
        var wrong = new LinkedHashMap<String, Message>();
        var areas = areas(form.residentsOf(), wrong);
        programme.cohort(slug).becomeAtDesk(form.read(slug, outline, areas, wrong));
        programmes.flush();
        changed.fire(new CohortChanged(outline.id()));
    }

    private List<String> areas(String typed, Map<String, Message> wrong) {
        var areas = new ArrayList<String>();
        for (var line : typed == null ? new String[0] : typed.split("[\\r\\n;]+")) {
            if (!line.isBlank()) {
                area(line, wrong).ifPresent(area -> areas.add(area.code()));
            }
        }
        if (areas.size() > MOST_AREAS) {
            wrong.put("areas", new Message("programme.too-many-areas", MOST_AREAS));
        }
        return areas.stream().distinct().toList();
    }

    private Optional<Region> area(String line, Map<String, Message> wrong) {
        try {
            return Optional.of(residences.findArea(line));
        } catch (Invalid invalid) {
            wrong.put("areas", new Message("programme.bad-area", line.strip()));
            return Optional.empty();
        }
    }
}
