package id.sanggar.programme;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.course.Audience;
import id.sanggar.identity.Account;
import id.sanggar.identity.Erasing;
import id.sanggar.learning.Classroom;
import id.sanggar.learning.Studying;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class of two places, and what becomes of the third. */
class WaitingListIT extends InContainerTest {

    private static final String SMALL = "angkatan-kecil";
    private static final String LARGE = "angkatan-besar";
    private static final String WOMEN = "angkatan-perempuan";
    private static final String LOCALS = "angkatan-warga";

    @Inject
    private Classroom classroom;

    @Inject
    private Admissions admissions;

    @Inject
    private Placing placing;

    @Inject
    private PlacingMany many;

    @Inject
    private ProgrammePages pages;

    @Inject
    private Studying studying;

    @Inject
    private Erasing erasing;

    private String course;
    private String programme;
    private Acting manager;

    @BeforeEach
    void setUp() throws Exception {
        course = classroom.slug("mutu");
        classroom.publish(course, Audience.MEMBERS, "satu", "dua");
        programme = classroom.slug("program");
        classroom.setUp(definition(2));
        manager = classroom.manager(programme);
    }

    private ProgrammeDefinition definition(int places) {
        var plain = classroom.definition(programme, stage("pendaftaran", Requirement.admitted()),
                stage("pelatihan", Requirement.course(course)));
        return new ProgrammeDefinition(plain.slug(), plain.code(), plain.organisation(), plain.title(),
                plain.summary(), plain.zone(), plain.region(), plain.place(), plain.signatory(), plain.admission(),
                plain.openTo(), plain.starts(), plain.ends(), plain.target(), plain.targets(), plain.stages(),
                List.of(cohort(SMALL, places, OpenTo.EVERYONE), cohort(LARGE, null, OpenTo.EVERYONE),
                        cohort(WOMEN, 1, new OpenTo(Account.Gender.FEMALE, List.of())),
                        cohort(LOCALS, 1, new OpenTo(null, List.of("317409", "7571")))));
    }

    private static ProgrammeDefinition.Cohort cohort(String slug, Integer places, OpenTo openTo) {
        return new ProgrammeDefinition.Cohort(slug, Classroom.text(slug), LocalDate.of(2020, 1, 1),
                LocalDate.of(2099, 1, 1), places, openTo);
    }

    @Test
    void whoIsAcceptedBeyondTheLastPlaceWaits() throws Exception {
        var people = people(4);
        var codes = apply(people, SMALL);
        assertThat(approve(new HashSet<>(codes))).isEqualTo(new Admissions.Decision(4, 0, 2));

        assertThat(states(people)).containsExactly(Membership.State.ACTIVE, Membership.State.ACTIVE,
                Membership.State.WAITLISTED, Membership.State.WAITLISTED);
        assertThat(mine(people.get(2)).position()).isEqualTo(1);
        assertThat(mine(people.get(3)).position()).isEqualTo(2);
        assertThatThrownBy(() -> people.get(2).call(() -> studying.course(course))).isInstanceOf(NotAllowed.class);
        assertThat(kinds(codes.get(2))).containsExactly(MemberEvent.Kind.WAITLISTED);
        assertThat(letters("waitlisted", codes.get(2))).isEqualTo(1);
    }

    @Test
    void everybodyOfAListIsMovedAtOnceAndTheirPlacesGoToWhoWaits() throws Exception {
        var people = people(4);
        var codes = apply(people, SMALL);
        approve(new HashSet<>(codes));
        var inside = MemberFilter.of(programme).inCohort(SMALL).inState(Membership.State.ACTIVE);
        assertThatThrownBy(() -> moveMany(inside, 3, LARGE)).as("not what she saw").isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> moveMany(MemberFilter.of(programme), 4, WOMEN)).as("one place for two")
                .isInstanceOf(Conflict.class);

        assertThat(moveMany(inside, 2, LARGE)).isEqualTo(new PlacingMany.Outcome(2, 0, 0, 0));
        assertThat(states(people)).containsOnly(Membership.State.ACTIVE);
        assertThat(kinds(codes.get(0))).containsExactly(MemberEvent.Kind.TRANSFERRED);
        assertThat(kinds(codes.get(2))).startsWith(MemberEvent.Kind.PROMOTED);

        var partner = classroom.slug("mitra");
        classroom.partner(partner);
        var partners = classroom.manager(programme, partner);
        assertThat(partners.call(() -> many.count(MemberFilter.of(programme)))).isZero();
        assertThatThrownBy(() -> partners.call(() -> many.move(MemberFilter.of(programme), 0,
                new PlacingMany.To(null, partner), "Milik kami"))).isInstanceOf(NotAllowed.class);
        assertThat(manager.call(() -> many.move(MemberFilter.of(programme), 4, new PlacingMany.To(null, partner),
                "Dilayani mitra"))).isEqualTo(new PlacingMany.Outcome(4, 0, 0, 0));

        assertThat(partners.call(() -> many.withdraw(MemberFilter.of(programme).inCohort(LARGE), 2, "Kelas batal")))
                .isEqualTo(new PlacingMany.Outcome(2, 0, 0, 0));
        assertThat(moveMany(MemberFilter.of(programme), 4, LARGE)).isEqualTo(new PlacingMany.Outcome(2, 0, 2, 0));
    }

    private PlacingMany.Outcome moveMany(MemberFilter list, int shown, String cohort) throws Exception {
        return manager.call(() -> many.move(list, shown, new PlacingMany.To(cohort, null), "Jadwal"));
    }

    @Test
    void whoWaitsLongestGetsThePlaceInTheMomentItIsFree() throws Exception {
        var people = people(4);
        var codes = apply(people, SMALL);
        approve(new HashSet<>(codes));

        withdraw(people.get(0));

        assertThat(states(people)).containsExactly(Membership.State.WITHDRAWN, Membership.State.ACTIVE,
                Membership.State.ACTIVE, Membership.State.WAITLISTED);
        assertThat(mine(people.get(2)).stage().slug()).isEqualTo("pelatihan");
        assertThat(people.get(2).call(() -> studying.course(course)).enrolled()).isTrue();
        assertThat(mine(people.get(3)).position()).isEqualTo(1);
        var history = manager.call(() -> placing.whereabouts(codes.get(2))).history();
        assertThat(history).map(MemberEvent::kind)
                .containsExactly(MemberEvent.Kind.PROMOTED, MemberEvent.Kind.WAITLISTED);
        assertThat(history.get(0).by()).as("nobody in particular").isNull();
        assertThat(history.get(1).by()).isEqualTo("Pengelola Uji");
        assertThat(letters("promoted", codes.get(2))).isEqualTo(1);
        assertThat(letters("admitted", codes.get(2))).isZero();
        assertThat(letters("admitted", codes.get(1))).isEqualTo(1);
    }

    @Test
    void manyWhoLeaveAtOnceGiveTheirPlacesToAsMany() throws Exception {
        var people = people(6);
        approve(new HashSet<>(apply(people, SMALL)));
        classroom.together(List.<Callable<Void>>of(() -> withdraw(people.get(0)), () -> withdraw(people.get(1)),
                () -> withdraw(people.get(2))));
        assertThat(states(people)).containsExactly(Membership.State.WITHDRAWN, Membership.State.WITHDRAWN,
                Membership.State.WITHDRAWN, Membership.State.ACTIVE, Membership.State.ACTIVE,
                Membership.State.WAITLISTED);
    }

    @Test
    void twoManagersCannotFillTheSameLastPlace() throws Exception {
        var people = people(3);
        var codes = apply(people, SMALL);
        approve(Set.of(codes.get(0)));
        classroom.together(List.<Callable<Admissions.Decision>>of(
                () -> approve(Set.of(codes.get(1))), () -> approve(Set.of(codes.get(2)))));
        assertThat(states(people)).containsExactlyInAnyOrder(Membership.State.ACTIVE, Membership.State.ACTIVE,
                Membership.State.WAITLISTED);
    }

    @Test
    void anOpenProgrammeAdmitsAtOnceUntilItIsFull() throws Exception {
        var plain = definition(2);
        programme = classroom.slug("terbuka");
        classroom.setUp(new ProgrammeDefinition(programme, programme.substring(programme.length() - 8),
                plain.organisation(), Classroom.text(programme), plain.summary(), plain.zone(), plain.region(),
                plain.place(), plain.signatory(), Admission.OPEN, null, plain.starts(), null, plain.target(),
                plain.targets(), plain.stages(), plain.cohorts()));
        var people = people(3);
        classroom.together(people.stream()
                .<Callable<UUID>>map(person -> () -> apply(person, SMALL, null))
                .toList());
        assertThat(states(people)).containsExactlyInAnyOrder(Membership.State.ACTIVE, Membership.State.ACTIVE,
                Membership.State.WAITLISTED);
    }

    @Test
    void morePlacesInTheProgrammesFileAreGivenAway() throws Exception {
        var people = people(4);
        approve(new HashSet<>(apply(people, SMALL)));
        classroom.setUp(definition(3));
        assertThat(classroom.administrator().call(() -> placing.fill(programme))).isEqualTo(1);
        assertThat(states(people)).containsExactly(Membership.State.ACTIVE, Membership.State.ACTIVE,
                Membership.State.ACTIVE, Membership.State.WAITLISTED);
        assertThat(classroom.administrator().call(() -> placing.fill(programme))).isZero();
    }

    @Test
    void whoIsErasedLeavesAPlace() throws Exception {
        var people = people(3);
        approve(new HashSet<>(apply(people, SMALL)));
        classroom.write("update account set password_hash = (select password_hash from account "
                + "where email = 'marwah@sanggar.example') where id = ?", people.get(0).account());
        people.get(0).call(() -> {
            erasing.eraseMe("sanggar-demo-marwah");
            return null;
        });
        assertThat(state(people.get(2))).isEqualTo(Membership.State.ACTIVE);
    }

    @Test
    void aClassForWomenTakesNoMenWhereverTheyComeFrom() throws Exception {
        var asep = classroom.man("Asep Uji");
        assertThatThrownBy(() -> apply(asep, WOMEN, null)).isInstanceOf(Invalid.class);
        var code = apply(asep, LARGE, null);
        assertThatThrownBy(() -> move(code, WOMEN, null)).isInstanceOf(Invalid.class);
        classroom.write("update membership set cohort_id = (select c.id from cohort c where c.slug = ? "
                + "and c.programme_id = membership.programme_id) where code = ?", WOMEN, code);
        assertThatThrownBy(() -> approve(Set.of(code))).isInstanceOf(Conflict.class)
                .hasMessage("programme.strangers");
    }

    @Test
    void aClassForResidentsAsksWhereOneLives() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        assertThatThrownBy(() -> apply(ratna, LOCALS, null)).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields()).containsKey("residence"));
        assertThatThrownBy(() -> apply(ratna, LOCALS, "Negeri Dongeng")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> apply(ratna, LOCALS, "Sukasari, Kota Bandung")).isInstanceOf(Invalid.class)
                .satisfies(refused -> assertThat(((Invalid) refused).fields()).containsKey("cohort"));
        assertThat(apply(ratna, LOCALS, "Limba U II, Kota Selatan, Kota Gorontalo")).isNotNull();
        assertThat(ratna.call(() -> pages.page(programme)).residence())
                .containsIgnoringCase("Limba U").containsIgnoringCase("Kota Selatan");
    }

    @Test
    void whoHasMovedAwayIsPassedOverWhenAPlaceIsFree() throws Exception {
        var people = people(3);
        var codes = new ArrayList<UUID>();
        for (var person : people) {
            codes.add(apply(person, LOCALS, "Jagakarsa"));
        }
        approve(new HashSet<>(codes));
        classroom.write("update person set region = '320101' where account_id = ?", people.get(1).account());
        withdraw(people.get(0));
        assertThat(states(people)).containsExactly(Membership.State.WITHDRAWN, Membership.State.WAITLISTED,
                Membership.State.ACTIVE);
    }

    @Test
    void whoIsMovedLeavesHerPlaceToWhoWaits() throws Exception {
        var people = people(3);
        var codes = apply(people, SMALL);
        approve(new HashSet<>(codes));

        move(codes.get(0), LARGE, null);

        assertThat(states(people)).containsExactly(Membership.State.ACTIVE, Membership.State.ACTIVE,
                Membership.State.ACTIVE);
        var moved = manager.call(() -> placing.whereabouts(codes.get(0)));
        assertThat(moved.cohort().slug()).isEqualTo(LARGE);
        assertThat(moved.history()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(MemberEvent.Kind.TRANSFERRED);
            assertThat(event.reason()).isEqualTo("Jadwal kerja");
            assertThat(event.by()).isEqualTo("Pengelola Uji");
        });
        assertThatThrownBy(() -> move(codes.get(0), SMALL, null)).as("it is full").isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> move(codes.get(0), LARGE, null)).as("there already").isInstanceOf(Invalid.class);
    }

    @Test
    void whoWaitsIsAdmittedWhereThereIsRoom() throws Exception {
        var people = people(3);
        var codes = apply(people, SMALL);
        approve(new HashSet<>(codes));
        assertThatThrownBy(() -> move(codes.get(2), null, null)).isInstanceOf(Invalid.class);
        move(codes.get(2), LARGE, null);
        assertThat(state(people.get(2))).isEqualTo(Membership.State.ACTIVE);
        assertThat(kinds(codes.get(2))).containsExactly(MemberEvent.Kind.PROMOTED, MemberEvent.Kind.TRANSFERRED,
                MemberEvent.Kind.WAITLISTED);
    }

    @Test
    void whoComesBackGoesOnWhereSheWasOrWaits() throws Exception {
        var people = people(3);
        var codes = apply(people, SMALL);
        approve(new HashSet<>(codes));
        people.get(0).call(() -> studying.acknowledge(course, "satu"));
        manager.call(() -> {
            placing.withdraw(codes.get(0), "Sakit");
            return null;
        });
        assertThat(state(people.get(2))).isEqualTo(Membership.State.ACTIVE);

        takeBack(codes.get(0), SMALL);
        assertThat(state(people.get(0))).isEqualTo(Membership.State.WAITLISTED);
        withdraw(people.get(1));
        assertThat(state(people.get(0))).isEqualTo(Membership.State.ACTIVE);
        assertThat(mine(people.get(0)).stage().slug()).isEqualTo("pelatihan");
        assertThat(kinds(codes.get(0))).containsExactly(MemberEvent.Kind.PROMOTED, MemberEvent.Kind.WAITLISTED,
                MemberEvent.Kind.RETURNED, MemberEvent.Kind.WITHDRAWN);

        takeBack(codes.get(1), LARGE);
        assertThat(state(people.get(1))).isEqualTo(Membership.State.ACTIVE);
        assertThatThrownBy(() -> takeBack(codes.get(1), LARGE)).isInstanceOf(Conflict.class);
    }

    @Test
    void whatIsDoneToAMemberNeedsAReasonAndTheRightToDoIt() throws Exception {
        var code = apply(people(1), SMALL).get(0);
        assertThatThrownBy(() -> manager.call(() -> {
            placing.withdraw(code, " ");
            return null;
        })).isInstanceOf(Invalid.class);
        var stranger = classroom.manager(programme, partner());
        assertThatThrownBy(() -> stranger.call(() -> placing.whereabouts(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> {
            placing.withdraw(code, "Bukan urusannya");
            return null;
        })).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyWhoManagesTheWholeProgrammeGivesAMemberToAnotherPartner() throws Exception {
        var code = apply(people(1), SMALL).get(0);
        var one = partner();
        var other = partner();
        var ones = classroom.manager(programme, one);
        move(code, SMALL, one);
        assertThat(ones.call(() -> placing.whereabouts(code)).partner()).isEqualTo(one);
        assertThatThrownBy(() -> ones.call(() -> {
            placing.move(code, new Placing.Place(SMALL, other), "Pindah mitra");
            return null;
        })).isInstanceOf(NotAllowed.class);
        move(code, SMALL, other);
        assertThatThrownBy(() -> ones.call(() -> placing.whereabouts(code))).isInstanceOf(NotFound.class);
    }

    private String partner() throws Exception {
        var partner = classroom.slug("mitra");
        classroom.partner(partner);
        return partner;
    }

    private List<Acting> people(int count) throws Exception {
        var people = new ArrayList<Acting>();
        for (var person = 0; person < count; person++) {
            people.add(classroom.woman("Pendaftar Uji"));
        }
        return people;
    }

    private List<UUID> apply(List<Acting> people, String cohort) throws Exception {
        var codes = new ArrayList<UUID>();
        for (var person : people) {
            codes.add(apply(person, cohort, null));
        }
        return codes;
    }

    private UUID apply(Acting person, String cohort, String residence) throws Exception {
        return person.call(() -> admissions.apply(programme, new Application("Dapur", "Stik", cohort, residence)));
    }

    private Admissions.Decision approve(Set<UUID> codes) throws Exception {
        return manager.call(() -> admissions.approve(codes));
    }

    private Void withdraw(Acting person) throws Exception {
        return person.call(() -> {
            placing.withdraw(programme);
            return null;
        });
    }

    private void move(UUID code, String cohort, String partner) throws Exception {
        manager.call(() -> {
            placing.move(code, new Placing.Place(cohort, partner), "Jadwal kerja");
            return null;
        });
    }

    private void takeBack(UUID code, String cohort) throws Exception {
        manager.call(() -> {
            placing.takeBack(code, cohort, "Sudah sembuh");
            return null;
        });
    }

    private List<MemberEvent.Kind> kinds(UUID code) throws Exception {
        return manager.call(() -> placing.whereabouts(code)).history().stream().map(MemberEvent::kind).toList();
    }

    private ProgrammePage.Mine mine(Acting person) throws Exception {
        return person.call(() -> pages.page(programme)).membership();
    }

    private Membership.State state(Acting person) throws Exception {
        return mine(person).state();
    }

    private List<Membership.State> states(List<Acting> people) throws Exception {
        var states = new ArrayList<Membership.State>();
        for (var person : people) {
            states.add(state(person));
        }
        return states;
    }

    private long letters(String letter, UUID code) throws Exception {
        return (Long) classroom.read("select count(*) from mail_message where dedupe_key like ?",
                letter + ":" + code + ":%");
    }
}
