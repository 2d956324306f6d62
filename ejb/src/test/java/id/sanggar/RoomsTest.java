package id.sanggar;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.SimpleConditionEvent.satisfied;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the domain's rooms: which there are, what each may use, and who may call in. */
class RoomsTest {

    private static final String ROOT = "id.sanggar.";

    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("shared", 0),
            Map.entry("identity", 1),
            Map.entry("media", 2), Map.entry("course", 2),
            Map.entry("programme", 3), Map.entry("assessment", 3),
            Map.entry("learning", 4),
            Map.entry("authoring", 5), Map.entry("certificate", 5),
            Map.entry("search", 6), Map.entry("insight", 6), Map.entry("exchange", 6), Map.entry("notification", 6));

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.sanggar");

    @Test
    void aRoomUsesOnlyTheFloorsBelowAndItsNeighbours() {
        classes().should(new ArchCondition<>("use no floor above their own") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    var used = dependency.getTargetClass().getBaseComponentType();
                    if (used.getPackageName().startsWith(ROOT) && floor(used) > floor(user)) {
                        events.add(violated(user, dependency.getDescription()));
                    }
                }
            }
        }).because("what is below can then be understood, tested and changed without what is above; a room above that"
                + " must hear of something observes an event").check(DOMAIN);
    }

    @Test
    void noRoomsUseEachOtherInACircle() {
        slices().matching("id.sanggar.(*)..").should().beFreeOfCycles()
                .because("rooms in a circle are one room with several doors: none can be changed alone").check(DOMAIN);
    }

    @Test
    void whatLiesDeeperInARoomIsItsOwnAffair() {
        noClasses().should(new ArchCondition<>("use a package inside another room") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    var used = dependency.getTargetClass().getBaseComponentType();
                    if (used.getPackageName().startsWith(ROOT) && !room(used).equals(room(user))
                            && !used.getPackageName().equals(ROOT + room(used))) {
                        events.add(satisfied(user, dependency.getDescription()));
                    }
                }
            }
        }).because("a room's root package is its API; internal, batch and search may be rearranged at any time")
                .check(DOMAIN);
    }

    @Test
    void theDomainKnowsNoPageAndNoServlet() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "org.primefaces..",
                        "id.sanggar.web..")
                .because("the same use cases serve pages, REST and jobs; a domain that knows one serves no other")
                .check(DOMAIN);
    }

    @Test
    void everyBeanMethodSaysWhoMayCallIt() {
        methods().that().arePublic().and().areNotStatic()
                .and().areDeclaredInClassesThat(areSessionBeans())
                .should(new ArchCondition<JavaMethod>("name the roles that may call them") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var said = Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                                .anyMatch(role -> method.isAnnotatedWith(role)
                                        || method.getOwner().isAnnotatedWith(role));
                        if (!said && !method.isAnnotatedWith(Schedule.class)) {
                            events.add(violated(method, method.getDescription() + " names no role"));
                        }
                    }
                })
                .because("the server denies a method without one, but only when somebody calls it; and whoever reads it"
                        + " must see who may")
                .check(DOMAIN);
    }

    @Test
    void aSessionBeanIsPublic() {
        classes().that(areSessionBeans()).should().bePublic().andShould().notHaveModifier(FINAL)
                .because("the server passes over any other in silence: its timers never ring, its observers never hear")
                .check(DOMAIN);
    }

    @Test
    void onlyAJobStartsAndStopsJobs() {
        noClasses().that().haveSimpleNameNotEndingWith("Job").and().resideOutsideOfPackage("id.sanggar..batch..")
                .should().dependOnClassesThat().haveFullyQualifiedName("jakarta.batch.operations.JobOperator")
                .because("a job has one typed façade with its name and parameters; strings for them elsewhere go stale")
                .check(DOMAIN);
    }

    @Test
    void everyRoomSaysInOneSentenceWhatItIsFor() throws IOException {
        try (var rooms = Files.list(Path.of("src/main/java/id/sanggar")).filter(Files::isDirectory)) {
            for (var room : rooms.toList()) {
                assertThat(FLOORS).as("every room is on a floor").containsKey(room.getFileName().toString());
                assertThat(room.resolve("package-info.java"))
                        .as("whoever opens %s reads first what it is for and what it may use", room)
                        .exists().content().contains("/**");
            }
        }
    }

    private static DescribedPredicate<JavaClass> areSessionBeans() {
        return DescribedPredicate.describe("are session beans", type -> type.isAnnotatedWith(Stateless.class)
                || type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(Stateful.class));
    }

    private static String room(JavaClass type) {
        var inside = type.getPackageName().substring(ROOT.length());
        var dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    private static int floor(JavaClass type) {
        var floor = FLOORS.get(room(type));
        if (floor == null) {
            throw new AssertionError(room(type) + " is on no floor: say here on which, in its package-info what for");
        }
        return floor;
    }
}
