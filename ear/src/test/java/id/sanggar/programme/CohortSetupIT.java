package id.sanggar.programme;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.learning.Classroom;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CohortSetupIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private CohortSetup setup;

    @Inject
    private Admissions admissions;

    private String programme;
    private Acting manager;

    @BeforeEach
    void setUp() throws Exception {
        programme = classroom.slug("program");
        classroom.setUp(definition());
        manager = classroom.manager(programme);
    }

    private ProgrammeDefinition definition() {
        return classroom.definition(programme, stage("pendaftaran", Requirement.admitted()),
                stage("pendampingan", Requirement.confirmed("kunjungan", Classroom.text("Kunjungan"))));
    }

    @Test
    void aClassMadeAtTheDeskIsFilledAndOutlivesTheProgrammesFile() throws Exception {
        var cohort = manager.call(() -> setup.make(programme, form("Angkatan Émas 1", "1", "Kota Selatan, Kota "
                + "Gorontalo\n31.74")));
        assertThat(cohort).isEqualTo("angkatan-emas-1");
        var made = manager.call(() -> setup.page(programme, cohort));
        assertThat(made.cohort().openTo().residentsOf()).containsExactly("757102", "3174");
        assertThat(made.areas()).hasSize(2);
        assertThat(manager.call(() -> setup.make(programme, form("Angkatan émas 1", "", "")))).endsWith("-1-2");

        var first = apply("Satu Uji", cohort);
        var second = apply("Dua Uji", cohort);
        manager.call(() -> admissions.approve(Set.of(first, second)));
        var full = manager.call(() -> setup.page(programme, cohort));
        assertThat(full.left()).isZero();
        assertThat(full.members()).isEqualTo(1);
        assertThat(full.waiting()).singleElement().satisfies(waits -> assertThat(waits.fits()).isTrue());

        manager.call(() -> {
            setup.change(programme, cohort, Map.of(), form("Angkatan Emas", "2", ""));
            return null;
        });
        var larger = manager.call(() -> setup.page(programme, cohort));
        assertThat(larger.waiting()).isEmpty();
        assertThat(larger.members()).isEqualTo(2);
        assertThat(larger.cohort().openTo().isEveryone()).isTrue();

        assertThat(classroom.setUp(definition())).as("the file says nothing new").isFalse();
        assertThat(manager.call(() -> setup.page(programme, cohort)).cohort().capacity()).isEqualTo(2);
    }

    @Test
    void whatAnotherManagerChangedMeanwhileIsKeptOrShown() throws Exception {
        var cohort = manager.call(() -> setup.make(programme, form("Angkatan Satu", "10", "Kota Selatan")));
        var seen = manager.call(() -> setup.page(programme, cohort)).form().fields();
        change(cohort, seen, "capacity", "20");
        change(cohort, seen, "title", "Angkatan Pertama");
        var both = manager.call(() -> setup.page(programme, cohort)).cohort();
        assertThat(both.capacity()).isEqualTo(20);
        assertThat(both.title().id()).isEqualTo("Angkatan Pertama");
        assertThatThrownBy(() -> change(cohort, seen, "capacity", "30")).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields().get("capacity").arguments())
                        .hasToString("[20]"));
        assertThat(manager.call(() -> setup.page(programme, cohort)).cohort().capacity()).isEqualTo(20);
    }

    private void change(String cohort, Map<String, String> seen, String field, String value) throws Exception {
        var typed = new HashMap<>(seen);
        typed.put(field, value);
        manager.call(() -> {
            setup.change(programme, cohort, seen, CohortForm.of(typed));
            return null;
        });
    }

    @Test
    void whatCannotBeAClassIsRefusedFieldByField() {
        assertThatThrownBy(() -> manager.call(() -> setup.make(programme, new CohortForm(" ", "", "besok",
                "1999-01-01", "-3", null, "Negeri Dongeng")))).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields()).containsOnlyKeys("areas", "title",
                        "starts", "ends", "capacity"));
        assertThatThrownBy(() -> manager.call(() -> setup.make(programme, new CohortForm("Kelas", "", "2019-01-01",
                "2018-12-31", "", null, "")))).as("before the programme").isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields()).containsOnlyKeys("starts", "ends"));
    }

    @Test
    void aPartnersManagerLooksAtAClassAndChangesNothing() throws Exception {
        var partner = classroom.slug("mitra");
        classroom.partner(partner);
        var partners = classroom.manager(programme, partner);
        var first = apply("Satu Uji", "angkatan-kecil");
        var second = apply("Dua Uji", "angkatan-kecil");
        var third = apply("Tiga Uji", "angkatan-kecil");
        manager.call(() -> admissions.approve(Set.of(first, second, third)));

        var page = partners.call(() -> setup.page(programme, "angkatan-kecil"));
        assertThat(page.members()).as("none of hers").isZero();
        assertThat(page.waiting()).isEmpty();
        assertThat(page.changeable()).isFalse();
        assertThatThrownBy(() -> partners.call(() -> {
            setup.change(programme, "angkatan-kecil", Map.of(), form("Milik kami", "", ""));
            return null;
        })).isInstanceOf(NotAllowed.class);
        var elsewhere = classroom.slug("lain");
        classroom.setUp(classroom.definition(elsewhere, stage("pendaftaran", Requirement.admitted())));
        assertThatThrownBy(() -> classroom.manager(elsewhere).call(() -> setup.page(programme, "angkatan-kecil")))
                .isInstanceOf(NotAllowed.class);
    }

    private UUID apply(String name, String cohort) throws Exception {
        return classroom.woman(name).call(() -> admissions.apply(programme, new Application("", "", cohort,
                "Kota Selatan")));
    }

    private static CohortForm form(String title, String places, String areas) {
        return new CohortForm(title, "", "2026-01-01", "2098-12-31", places, null, areas);
    }
}
