package id.sanggar.exchange;

import id.sanggar.assessment.QuestionBank;
import id.sanggar.course.Origin;
import id.sanggar.course.Publishing;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.programme.ProgrammeSetup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Brings content into the rooms that keep it, each piece whole or not at all, and only where it differs. */
@Stateless
@RolesAllowed(Role.IS_ADMIN)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Importing {

    @Inject
    private ImportLock lock;

    @Inject
    private Organisations known;

    @Inject
    private Regions map;

    @Inject
    private Publishing publishing;

    @Inject
    private QuestionBank bank;

    @Inject
    private ProgrammeSetup setup;

    /** @return whether anything differed */
    public boolean regions(Collection<Region> regions) {
        lock.take();
        return map.put(regions);
    }

    public void organisations(Collection<OrganisationFile> organisations) {
        lock.take();
        organisations.forEach(organisation -> known.put(organisation.slug(), organisation.name(),
                organisation.kind(), organisation.region()));
    }

    /**
     * @param organisations slugs of those there are
     * @return the version that was brought out; nothing if the pack is what learners see already
     * @throws InvalidContent if anything is wrong with the pack
     */
    public Optional<Publishing.Draft> course(ContentFiles files, Set<String> organisations, String slug) {
        lock.take();
        if (publishing.isSettled(slug, CoursePackReader.hash(files, slug))) {
            return Optional.empty();
        }
        var problems = new Problems();
        var pack = CoursePackReader.read(files, organisations, slug, problems)
                .orElseThrow(() -> new InvalidContent(problems));
        var draft = publishing.draft(pack.printed(), Origin.PACK);
        draft.ifPresent(version -> {
            bank.load(version.courseId(), version.versionId(), pack.questions(), pack.quizzes());
            publishing.publish(version);
        });
        return draft;
    }

    /**
     * @return whether anything differed
     * @throws id.sanggar.shared.Conflict if members would lose something
     */
    public boolean programme(ProgrammeDefinition definition) {
        lock.take();
        return setup.apply(definition);
    }
}
