package id.sanggar.web;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The laws of the pages, and those that hold for the whole house. */
class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.sanggar");

    private static final JavaClasses PAGES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.sanggar.web");

    @Test
    void noPageTouchesTheDatabase() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                .because("rules, permissions and transactions are in the use cases; who goes round them obeys none")
                .check(PAGES);
    }

    @Test
    void pagesOfDifferentRoomsDoNotUseEachOtherInACircle() {
        slices().matching("id.sanggar.web.(*)..").should().beFreeOfCycles()
                .because("the pages of one room can then be read, and thrown away, alone").check(PAGES);
    }

    @Test
    void namesAreOfTheFieldNotOfTheMachinery() {
        noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base|DTO|Dto|V2)(\\$.*)?")
                .because("such a name says how a thing was made, or that nobody knew what it is")
                .check(HOUSE);
    }

    @Test
    void anInterfaceHasMoreThanOneImplementation() {
        classes().that().areInterfaces().and().areNotAnnotations().and().areNotAnnotatedWith(FunctionalInterface.class)
                .should(new ArchCondition<JavaClass>("have none or several implementations of ours") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (type.getAllSubclasses().size() == 1) {
                            events.add(violated(type, type.getName() + " has one implementation"));
                        }
                    }
                })
                .because("an interface for one implementation is the same thing written twice")
                .allowEmptyShould(true).check(HOUSE);
    }

    @Test
    void theClockIsInjected() {
        noClasses().should().callMethod(Instant.class, "now")
                .orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(OffsetDateTime.class, "now")
                .orShould().callMethod(ZonedDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callConstructor(Date.class)
                .orShould().callMethod(Calendar.class, "getInstance")
                .because("what depends on the time is tested by setting the time").check(HOUSE);
    }

    @Test
    void nothingWaitsBySleepingOrSpeaksToTheConsole() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class)
                .orShould().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .orShould().callMethod(Throwable.class, "printStackTrace")
                .because("a sleeping thread serves nobody, and a line on the console has no time, level or category")
                .check(HOUSE);
    }

    @Test
    void noObjectShowsItsFields() {
        fields().that().arePublic().should().haveModifier(JavaModifier.FINAL).andShould().beStatic()
                .because("an object guards its own rules; and a normal-scoped bean with a public field does not deploy")
                .allowEmptyShould(true).check(HOUSE);
    }
}
