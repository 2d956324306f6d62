package id.sanggar.exchange;

import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings in, whenever the application starts, the content it was built with: organisations, then courses, then the
 * programmes that ask for them. The domain starts before the web, so nobody is served before it has ended. What cannot
 * be brought in is logged and left out; learners keep what they had.
 */
@Startup
@Singleton
@PermitAll
@RunAs(Role.IS_ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ContentImport {

    private static final Logger LOG = Logger.getLogger(ContentImport.class.getName());
    private static final String CONTENT = "content";

    @Inject
    private Importing importing;

    @PostConstruct
    void bringIn() {
        var files = ContentFiles.ofClassPath(getClass().getClassLoader(), CONTENT);
        var problems = new Problems();
        var organisations = OrganisationFile.read(files, problems);
        if (problems.isEmpty()) {
            importing.organisations(organisations.values());
        }
        var courses = CoursePackReader.packs(files);
        courses.forEach(slug -> course(files, organisations.keySet(), slug, problems));
        for (var slug : ProgrammeReader.programmes(files)) {
            ProgrammeReader.read(files, organisations.keySet(), Set.copyOf(courses), slug, problems)
                    .ifPresent(definition -> {
                        try {
                            if (importing.programme(definition)) {
                                LOG.log(Level.INFO, "Programme {0} is now as its file says", slug);
                            }
                        } catch (Conflict refused) {
                            LOG.log(Level.WARNING, "Programme {0} stays as it is: {1}",
                                    new Object[] {slug, Messages.text(refused.text(), Locale.ENGLISH)});
                        }
                    });
        }
        problems.all().forEach(problem -> LOG.log(Level.SEVERE, "Not brought in: {0}", problem));
    }

    private void course(ContentFiles files, Set<String> organisations, String slug, Problems problems) {
        try {
            importing.course(files, organisations, slug).ifPresent(version -> LOG.log(Level.INFO,
                    "Course {0}: version {1} published", new Object[] {slug, version.number()}));
        } catch (InvalidContent invalid) {
            invalid.problems().forEach(problem -> problems.add(problem.file(), problem.line(), problem.message()));
        }
    }
}
