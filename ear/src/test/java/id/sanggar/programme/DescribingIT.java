package id.sanggar.programme;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.identity.Account;
import id.sanggar.identity.Erasing;
import id.sanggar.learning.Classroom;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescribingIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private Admissions admissions;

    @Inject
    private Describing describing;

    @Inject
    private Members members;

    @Inject
    private Erasing erasing;

    private String programme;
    private Acting manager;
    private Acting ratna;
    private UUID code;

    @BeforeEach
    void setUp() throws Exception {
        programme = classroom.slug("program");
        classroom.setUp(classroom.definition(programme, stage("pendaftaran", Requirement.admitted())));
        manager = classroom.manager(programme);
        ratna = classroom.woman("Ratna Mooduto");
        code = apply(ratna);
    }

    private UUID apply(Acting person) throws Exception {
        return person.call(() -> admissions.apply(programme, new Application("Dapur Milu", "Stik jagung", null)));
    }

    @Test
    void aPersonIsKnownByTheLastFourOfHerNumberAlone() throws Exception {
        var nik = "757102" + "550390" + serial();
        person(nik, "", "Limba U II, Kota Selatan, Kota Gorontalo");
        var details = manager.call(() -> describing.details(code));
        assertThat(details.person().nikLast4()).isEqualTo(nik.substring(12));
        assertThat(details.person().birthYear()).isEqualTo(1990);
        assertThat(details.person().gender()).isEqualTo(Account.Gender.FEMALE);
        assertThat(details.home()).containsIgnoringCase("limba u ii");
        assertThat(classroom.read("select count(*) from person p where p::text like ?", "%" + nik + "%"))
                .isEqualTo(0L);

        person("", "1990", "Kota Selatan");
        assertThat(manager.call(() -> describing.details(code)).person().nikLast4()).isEqualTo(nik.substring(12));

        var other = apply(classroom.woman("Wulan Uji"));
        assertThatThrownBy(() -> manager.call(() -> {
            describing.person(other, Map.of(), new Describing.PersonForm(nik, "", null, ""));
            return null;
        })).isInstanceOf(Invalid.class).satisfies(refused -> assertThat(((Invalid) refused).fields())
                .containsOnlyKeys("nik"));
    }

    private static String serial() {
        return "%04d".formatted(1 + Math.abs(UUID.randomUUID().hashCode()) % 9999);
    }

    @Test
    void whatCannotBeOfAPersonIsRefusedFieldByField() {
        assertThatThrownBy(() -> person("123", "19", "Negeri Dongeng")).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields())
                        .containsOnlyKeys("nik", "birthYear", "residence"));
        assertThatThrownBy(() -> person("7571025503900001", "1985", "")).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields()).containsOnlyKeys("nik"));
        assertThatThrownBy(() -> person("7571021503900001", "1990", "")).as("a man's number")
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aBusinessIsWrittenDownWithItsPermits() throws Exception {
        business(form("Dapur Milu Ratna", "2067571010012 31", "2031-05-20"));
        var business = manager.call(() -> describing.details(code)).business();
        assertThat(business.name()).isEqualTo("Dapur Milu Ratna");
        assertThat(business.pirt()).isEqualTo("2067571010012-31");
        assertThat(business.pirtExpires()).isEqualTo(LocalDate.of(2031, 5, 20));
        assertThat(business.turnover()).isEqualTo(MemberDetails.Turnover.FROM_5_TO_25);
        assertThat(business.people()).singleElement()
                .satisfies(owner -> assertThat(owner.part()).isEqualTo(MemberDetails.Part.OWNER));
        assertThat(manager.call(() -> members.member(code)).member().business()).isEqualTo("Dapur Milu Ratna");

    }

    @Test
    void twoManagersWhoWriteAtOnceDoNotOverruleEachOtherUnseen() throws Exception {
        business(form("Dapur Milu Ratna", "", ""));
        var seen = manager.call(() -> describing.details(code)).businessForm().fields();
        var first = new HashMap<>(seen);
        first.put("business", "Dapur Milu");
        first.put("nib", "9876543210987");
        business(seen, BusinessForm.of(first));
        var second = new HashMap<>(seen);
        second.put("products", "Abon");
        business(seen, BusinessForm.of(second));
        var both = manager.call(() -> describing.details(code)).business();
        assertThat(both.name()).isEqualTo("Dapur Milu");
        assertThat(both.nib()).isEqualTo("9876543210987");
        assertThat(both.products()).isEqualTo("Abon");

        second.put("business", "Dapur Lain");
        assertThatThrownBy(() -> business(seen, BusinessForm.of(second))).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields()).containsOnlyKeys("business"));
        person("", "1990", "");
        assertThatThrownBy(() -> manager.call(() -> {
            describing.person(code, Map.of("birthYear", ""), new Describing.PersonForm("", "1991", null, ""));
            return null;
        })).isInstanceOf(Invalid.class);
    }

    @Test
    void whatCannotBeOfABusinessIsRefusedFieldByField() {
        assertThatThrownBy(() -> business(new BusinessForm(" ", "x".repeat(401), "12", "99", "7", "kapan", "", "",
                "-1", "SEKIAN", "Negeri Dongeng"))).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields()).containsOnlyKeys("business", "products",
                        "kbli", "nib", "pirt", "pirtExpires", "employees", "turnover", "place"));
        assertThatThrownBy(() -> business(new BusinessForm("Dapur", "", "", "", "", "2031-01-01", "", "", "", "",
                ""))).isInstanceOf(Invalid.class);
    }

    @Test
    void severalPeopleRunOneBusinessAndStrangersAreNotNamed() throws Exception {
        business(form("Dapur Milu", "", ""));
        var wulan = classroom.woman("Wulan Uji");
        var hers = apply(wulan);
        var email = (String) classroom.read("select email from account where id = ?", wulan.account());
        join(email);
        assertThat(manager.call(() -> describing.details(code)).business().people()).hasSize(2);
        assertThatThrownBy(() -> join(email)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> join("marwah@sanggar.example")).as("no member of hers").isInstanceOf(Invalid.class);

        var partner = classroom.slug("mitra");
        classroom.partner(partner);
        classroom.write("update membership set organisation_id = (select id from organisation where slug = ?) "
                + "where code = ?", partner, code);
        var partners = classroom.manager(programme, partner);
        assertThat(partners.call(() -> describing.details(code)).business().people()).singleElement()
                .satisfies(only -> assertThat(only.name()).isEqualTo("Ratna Mooduto"));
        assertThatThrownBy(() -> partners.call(() -> describing.details(hers))).isInstanceOf(NotFound.class);

        manager.call(() -> {
            describing.leave(code, hers);
            return null;
        });
        assertThat(manager.call(() -> describing.details(code)).business().people()).hasSize(1);
    }

    @Test
    void whoIsErasedLeavesNeitherPersonNorBusiness() throws Exception {
        person("", "1990", "Kota Selatan");
        business(form("Dapur Milu Ratna", "206757101001231", "2031-05-20"));
        classroom.write("update account set password_hash = (select password_hash from account "
                + "where email = 'marwah@sanggar.example') where id = ?", ratna.account());
        ratna.call(() -> {
            erasing.eraseMe("sanggar-demo-marwah");
            return null;
        });
        assertThat(classroom.read("select count(*) from person where account_id = ?", ratna.account())).isEqualTo(0L);
        assertThat(classroom.read("select count(*) from business_person where account_id = ?", ratna.account()))
                .isEqualTo(0L);
        assertThat(classroom.read("select count(*) from business where name = 'Dapur Milu Ratna' and pirt is not null "
                + "and created_at > now() - interval '1 minute'")).isEqualTo(0L);
    }

    private void person(String nik, String year, String home) throws Exception {
        manager.call(() -> {
            describing.person(code, Map.of(), new Describing.PersonForm(nik, year, null, home));
            return null;
        });
    }

    private static BusinessForm form(String name, String pirt, String expires) {
        return new BusinessForm(name, "Stik jagung", "10794", "1234567890123", pirt, expires, "", "", "3",
                "FROM_5_TO_25", "Kota Selatan");
    }

    private void business(BusinessForm form) throws Exception {
        business(Map.of(), form);
    }

    private void business(Map<String, String> was, BusinessForm form) throws Exception {
        manager.call(() -> {
            describing.business(code, was, form);
            return null;
        });
    }

    private void join(String email) throws Exception {
        manager.call(() -> {
            describing.join(code, email, MemberDetails.Part.FAMILY);
            return null;
        });
    }
}
