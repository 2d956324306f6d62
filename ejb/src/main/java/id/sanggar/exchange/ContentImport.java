package id.sanggar.exchange;

import id.sanggar.identity.Role;
import id.sanggar.programme.Placing;
import id.sanggar.programme.ProgrammeDefinition;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings in, whenever the application starts, the content it was built with: regions, organisations, then courses, then
 * the programmes that ask for them. The domain starts before the web, so nobody is served before it has ended. What
 * cannot be brought in is logged and left out; learners keep what they had.
 */
@Startup
@Singleton
@DependsOn("ShippedTemplates")
@PermitAll
@RunAs(Role.IS_ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ContentImport {

    private static final Logger LOG = Logger.getLogger(ContentImport.class.getName());
    private static final String CONTENT = "content";

    @Inject
    private Importing importing;

    @Inject
    private Placing placing;

    @Inject
    private SampleWorld world;

    @Resource(lookup = "java:global/sanggar/demo")
    private boolean demo;

    @PostConstruct
    void bringIn() {
        var files = ContentFiles.ofClassPath(getClass().getClassLoader(), CONTENT);
        var problems = new Problems();
        regions(files, problems);
        var organisations = OrganisationFile.read(files, problems);
        if (problems.isEmpty()) {
            importing.organisations(organisations.values());
        }
        var courses = CoursePackReader.packs(files);
        courses.forEach(slug -> course(files, organisations.keySet(), slug, problems));
        var programmes = new LinkedHashMap<String, ProgrammeDefinition>();
        for (var slug : ProgrammeReader.programmes(files)) {
            ProgrammeReader.read(files, organisations.keySet(), Set.copyOf(courses), slug, problems)
                    .ifPresent(definition -> programmes.put(slug, definition));
        }
        programmes.values().forEach(this::programme);
        if (demo && problems.isEmpty()) {
            people(SampleWorldReader.read(files, organisations.keySet(), programmes, problems), programmes);
        }
        problems.all().forEach(problem -> LOG.log(Level.SEVERE, "Not brought in: {0}", problem));
    }

    private void regions(ContentFiles files, Problems problems) {
        var regions = RegionFiles.read(files, problems);
        if (problems.isEmpty() && importing.regions(regions)) {
            LOG.log(Level.INFO, "{0} regions are now as their files say", regions.size());
        }
    }

    private void course(ContentFiles files, Set<String> organisations, String slug, Problems problems) {
        try {
            importing.course(files, organisations, slug).ifPresent(version -> LOG.log(Level.INFO,
                    "Course {0}: version {1} published", new Object[] {slug, version.number()}));
        } catch (InvalidContent invalid) {
            problems.addAll(invalid.problems());
        }
    }

    private void programme(ProgrammeDefinition definition) {
        try {
            if (importing.programme(definition)) {
                LOG.log(Level.INFO, "Programme {0} is now as its file says", definition.slug());
                placing.fill(definition.slug());
            }
        } catch (Conflict refused) {
            LOG.log(Level.WARNING, "Programme {0} stays as it is: {1}",
                    new Object[] {definition.slug(), Messages.text(refused.text(), Locale.ENGLISH)});
        }
    }

    private void people(List<SamplePerson> people, Map<String, ProgrammeDefinition> programmes) {
        try {
            world.bringIn(people, programmes);
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "The sample world is not complete", failed);
        }
    }
}
