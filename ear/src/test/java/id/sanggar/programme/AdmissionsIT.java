package id.sanggar.programme;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.course.Audience;
import id.sanggar.identity.Account;
import id.sanggar.learning.Classroom;
import id.sanggar.learning.Recomputation;
import id.sanggar.learning.Recomputing;
import id.sanggar.learning.Studying;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionsIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private Admissions admissions;

    @Inject
    private Placing placing;

    @Inject
    private Members members;

    @Inject
    private Confirming confirming;

    @Inject
    private ProgrammePages pages;

    @Inject
    private Studying studying;

    @Inject
    private Recomputing recomputing;

    private String course;
    private String programme;
    private Acting manager;

    @BeforeEach
    void setUp() throws Exception {
        course = classroom.slug("mutu");
        classroom.publish(course, Audience.MEMBERS, "satu", "dua");
        programme = classroom.slug("program");
        classroom.setUp(definition());
        manager = classroom.manager(programme);
    }

    private ProgrammeDefinition definition() {
        return classroom.definition(programme,
                stage("pendaftaran", Requirement.admitted()),
                stage("pelatihan", Requirement.course(course)),
                stage("pendampingan", Requirement.confirmed("kunjungan", Classroom.text("Kunjungan"))));
    }

    @Test
    void whoIsApprovedIsEnrolledAndEntersTraining() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        var code = apply(ratna, null);
        assertThat(state(ratna)).contains(Membership.State.APPLIED);

        assertThat(approve(manager, Set.of(code)).decided()).isEqualTo(1);

        assertThat(state(ratna)).contains(Membership.State.ACTIVE);
        assertThat(ratna.call(() -> pages.page(programme)).membership().stage().slug()).isEqualTo("pelatihan");
        assertThat(ratna.call(() -> studying.course(course)).enrolled()).isTrue();
        assertThat(classroom.read("select count(*) from audit_entry where subject = ? and action = ? and actor_id = ?",
                code.toString(), "membership.approved", manager.account())).isEqualTo(1L);
        var page = manager.call(() -> members.member(code));
        assertThat(page.decidedBy()).isEqualTo("Pengelola Uji");
        assertThat(page.journey()).map(step -> step.stage().slug()).containsExactly("pendaftaran", "pelatihan");
        assertThat(page.journey()).map(step -> step.leftAt() != null).containsExactly(true, false);
    }

    @Test
    void applyingTwiceIsRefusedClearly() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        apply(ratna, null);
        assertThatThrownBy(() -> apply(ratna, null)).isInstanceOf(Conflict.class)
                .hasMessage("programme.already-applied");
    }

    @Test
    void applyingTwiceAtOnceLeavesOneApplication() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        var outcomes = classroom.together(List.<Callable<UUID>>of(() -> apply(ratna, null), () -> apply(ratna, null)));
        var refused = 0;
        for (var outcome : outcomes) {
            try {
                outcome.get();
            } catch (ExecutionException failed) {
                assertThat(failed).hasCauseInstanceOf(Conflict.class);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void twoManagersWhoApproveTheSamePeopleAtOnceAdmitThemOnce() throws Exception {
        var codes = new HashSet<UUID>();
        for (var person = 0; person < 8; person++) {
            codes.add(apply(classroom.woman("Pendaftar Uji"), null));
        }
        var other = classroom.manager(programme);
        var outcomes = classroom.together(List.<Callable<Admissions.Decision>>of(
                () -> approve(manager, codes), () -> approve(other, codes)));

        var decided = 0;
        for (var outcome : outcomes) {
            decided += outcome.get().decided();
        }
        assertThat(decided).isEqualTo(8);
        assertThat(classroom.read("""
                select count(*) from audit_entry e join programme p on p.id = e.programme_id
                where p.slug = ? and e.action = 'membership.approved'""", programme)).isEqualTo(8L);
        assertThat(classroom.read("""
                select count(*) from enrolment e join course c on c.id = e.course_id where c.slug = ?""", course))
                .isEqualTo(8L);
    }

    @Test
    void aManagerOfAnotherProgrammeSeesNobodyAndDecidesNothing() throws Exception {
        var code = apply(classroom.woman("Ratna Mooduto"), null);
        var elsewhere = classroom.slug("lain");
        classroom.setUp(classroom.definition(elsewhere, stage("pendaftaran", Requirement.admitted())));
        var stranger = classroom.manager(elsewhere);

        assertThatThrownBy(() -> stranger.call(() -> members.member(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> approve(stranger, Set.of(code))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> admissions.reject(Set.of(code), "Tidak")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stranger.call(() -> list(MemberFilter.of(programme)))).isInstanceOf(NotAllowed.class);
        assertThat(stranger.call(() -> list(MemberFilter.EVERYONE)).total()).isZero();
        assertThat(stranger.call(() -> members.programmes())).map(ProgrammeOutline::slug).containsExactly(elsewhere);
    }

    @Test
    void aPartnersManagerSeesOnlyThoseHerOrganisationServes() throws Exception {
        var partner = classroom.slug("mitra");
        classroom.partner(partner);
        var hers = apply(classroom.woman("Ratna Mooduto"), null);
        var others = apply(classroom.woman("Fatmah Uji"), null);
        classroom.write("""
                update membership set organisation_id = (select id from organisation where slug = ?)
                where code = cast(? as uuid)""", partner, hers.toString());
        var partnersManager = classroom.manager(programme, partner);

        var seen = partnersManager.call(() -> list(MemberFilter.of(programme)));
        assertThat(seen.items()).map(MemberRow::code).containsExactly(hers);
        assertThat(seen.total()).isEqualTo(1);
        assertThat(approve(partnersManager, Set.of(hers, others))).isEqualTo(new Admissions.Decision(1, 1, 0));
        assertThatThrownBy(() -> partnersManager.call(() -> members.member(others))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoWasRejectedReadsWhyAndMayApplyAgain() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        var code = apply(ratna, null);
        manager.call(() -> admissions.reject(Set.of(code), "Alamat usaha belum ditulis."));
        var page = ratna.call(() -> pages.page(programme));
        assertThat(page.membership().reason()).isEqualTo("Alamat usaha belum ditulis.");
        assertThat(page.mayApply()).isTrue();
        assertThat(apply(ratna, null)).isEqualTo(code);
        approve(manager, Set.of(code));
        assertThat(state(ratna)).contains(Membership.State.ACTIVE);
    }

    @Test
    void whoWithdrawsIsNoLongerOnTheWay() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        approve(manager, Set.of(apply(ratna, null)));
        ratna.call(() -> {
            placing.withdraw(programme);
            return null;
        });
        assertThat(state(ratna)).contains(Membership.State.WITHDRAWN);
        assertThatThrownBy(() -> ratna.call(() -> {
            placing.withdraw(programme);
            return null;
        })).isInstanceOf(Conflict.class);
    }

    @Test
    void anOpenProgrammeAdmitsAtOnce() throws Exception {
        var open = classroom.slug("terbuka");
        var closed = classroom.definition(open, stage("pendaftaran", Requirement.admitted()),
                stage("pembekalan", Requirement.confirmed("peta", Classroom.text("Peta"))));
        classroom.setUp(with(closed, Admission.OPEN, null));
        var euis = classroom.woman("Euis Uji");
        euis.call(() -> admissions.apply(open, new Application("", "", "")));
        assertThat(euis.call(() -> pages.page(open)).state()).contains(Membership.State.ACTIVE);
    }

    @Test
    void aProgrammeForWomenRefusesMen() throws Exception {
        var women = classroom.slug("perempuan");
        classroom.setUp(with(classroom.definition(women, stage("pendaftaran", Requirement.admitted())),
                Admission.APPROVAL, Account.Gender.FEMALE));
        var asep = classroom.man("Asep Uji");
        assertThatThrownBy(() -> asep.call(() -> admissions.apply(women, new Application("", "", ""))))
                .isInstanceOf(Conflict.class).hasMessage("programme.open-to-women");
        assertThat(asep.call(() -> pages.page(women)).mayApply()).isFalse();
    }

    @Test
    void membersAreFoundByTheWordsOfTheirNamesAndByPhone() throws Exception {
        apply(classroom.woman("Sri Wahyuni Lamato"), null);
        apply(classroom.woman("Nurlela Lamato"), null);
        assertThat(manager.call(() -> list(MemberFilter.of(programme).named("lam wah"))).items())
                .map(MemberRow::name).containsExactly("Sri Wahyuni Lamato");
        assertThat(manager.call(() -> list(MemberFilter.of(programme).named("LAMATO"))).total()).isEqualTo(2);
        assertThat(manager.call(() -> list(MemberFilter.of(programme).named("';--"))).total()).isZero();
        for (var order : MemberOrder.values()) {
            assertThat(manager.call(() -> members.list(MemberFilter.of(programme), order, 1, 1)).items()).hasSize(1);
        }
        assertThat(manager.call(() -> members.list(MemberFilter.of(programme), MemberOrder.NAME, 2, 1)).items())
                .map(MemberRow::name).containsExactly("Sri Wahyuni Lamato");
    }

    @Test
    void filtersNarrowTheList() throws Exception {
        approve(manager, Set.of(apply(classroom.woman("Ratna Mooduto"), "angkatan-kecil")));
        apply(classroom.woman("Wulan Podungge"), null);
        var all = MemberFilter.of(programme);
        var thisMonth = YearMonth.now(ZoneId.of("Asia/Makassar"));
        for (var hers : List.of(all.inState(Membership.State.ACTIVE), all.inStage("pelatihan"),
                all.whoReached("pendaftaran"), all.whoReached("pelatihan"), all.inCohort("angkatan-kecil"),
                all.admittedBetween(thisMonth, thisMonth))) {
            var found = manager.call(() -> list(hers));
            assertThat(found.items()).as(hers.toString()).map(MemberRow::name).containsExactly("Ratna Mooduto");
            assertThat(found.total()).isEqualTo(1);
        }
        assertThat(manager.call(() -> list(all.whoReached("pendampingan"))).total()).isZero();
    }

    @Test
    void theListIsExportedAsCsv() throws Exception {
        apply(classroom.woman("Ratna Mooduto"), null);
        var out = new ByteArrayOutputStream();
        manager.call(() -> {
            members.export(MemberFilter.of(programme), MemberOrder.NAME, Locale.forLanguageTag("id"), out);
            return null;
        });
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("Ratna Mooduto,,").contains("'=Dapur Milu,Stik jagung,Menunggu keputusan");
    }

    @Test
    void confirmingMovesTheMemberOnAndTwiceIsOnce() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        var code = apply(ratna, null);
        approve(manager, Set.of(code));
        assertThat(manager.call(() -> confirming.confirm(programme, Set.of(code), "kunjungan"))).isEqualTo(1);
        assertThat(manager.call(() -> confirming.confirm(programme, Set.of(code), "kunjungan"))).isZero();
        assertThat(state(ratna)).contains(Membership.State.ACTIVE);

        for (var lesson : List.of("satu", "dua")) {
            ratna.call(() -> studying.acknowledge(course, lesson));
        }
        assertThat(state(ratna)).contains(Membership.State.COMPLETED);
        assertThat(manager.call(() -> members.member(code)).confirmations()).singleElement()
                .satisfies(confirmation -> assertThat(confirmation.by()).isEqualTo("Pengelola Uji"));
    }

    @Test
    void nobodyConfirmsSomethingOfHerself() throws Exception {
        var own = apply(manager, null);
        approve(manager, Set.of(own));
        assertThatThrownBy(() -> manager.call(() -> confirming.confirm(programme, Set.of(own), "kunjungan")))
                .isInstanceOf(Conflict.class).hasMessage("programme.evidence-own");
    }

    @Test
    void settingUpAgainChangesNothing() throws Exception {
        assertThat(classroom.setUp(definition())).isFalse();
    }

    @Test
    void aStageWhereSomeoneHasBeenCannotBeTakenAway() throws Exception {
        approve(manager, Set.of(apply(classroom.woman("Ratna Mooduto"), null)));
        assertThatThrownBy(() -> classroom.setUp(classroom.definition(programme,
                stage("pelatihan", Requirement.course(course))))).isInstanceOf(Conflict.class)
                .hasMessage("programme.stage-in-use");
    }

    @Test
    void whenLessIsAskedMembersGoOnAsSoonAsAPersonAppliesIt() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        approve(manager, Set.of(apply(ratna, null)));
        classroom.setUp(classroom.definition(programme,
                stage("pendaftaran", Requirement.admitted()),
                stage("pelatihan", Requirement.admitted()),
                stage("pendampingan", Requirement.confirmed("kunjungan", Classroom.text("Kunjungan")))));
        classroom.recompute(programme);
        assertThat(ratna.call(() -> pages.page(programme)).membership().stage().slug()).isEqualTo("pelatihan");
        manager.call(() -> {
            recomputing.decide(recomputing.list(1).items().get(0).code(), Recomputation.Losses.KEEP, "Aturan baru.");
            return null;
        });
        classroom.recompute(programme);
        assertThat(ratna.call(() -> pages.page(programme)).membership().stage().slug()).isEqualTo("pendampingan");
    }

    @Test
    void whenAnotherCourseIsAskedForMembersAreEnrolledInIt() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        approve(manager, Set.of(apply(ratna, null)));
        var second = classroom.slug("usaha");
        classroom.publish(second, Audience.MEMBERS, "satu");
        classroom.setUp(classroom.definition(programme,
                stage("pendaftaran", Requirement.admitted()),
                stage("pelatihan", Requirement.course(course), Requirement.course(second)),
                stage("pendampingan", Requirement.confirmed("kunjungan", Classroom.text("Kunjungan")))));
        classroom.recompute(programme);
        assertThat(ratna.call(() -> studying.course(second)).enrolled()).isTrue();
    }

    private static ProgrammeDefinition with(ProgrammeDefinition like, Admission admission, Account.Gender openTo) {
        return new ProgrammeDefinition(like.slug(), like.code(), like.organisation(), like.title(), like.summary(),
                like.zone(), like.region(), like.place(), like.signatory(), admission, openTo, like.starts(),
                like.ends(), like.target(), like.targets(), like.stages(), like.cohorts());
    }

    private UUID apply(Acting person, String cohort) throws Exception {
        return person.call(() -> admissions.apply(programme, new Application("=Dapur Milu", "Stik jagung", cohort)));
    }

    private Admissions.Decision approve(Acting who, Set<UUID> codes) throws Exception {
        return who.call(() -> admissions.approve(codes));
    }

    private Page<MemberRow> list(MemberFilter filter) {
        return members.list(filter, MemberOrder.NEWEST, 1, 25);
    }

    private Optional<Membership.State> state(Acting person) throws Exception {
        return person.call(() -> pages.page(programme)).state();
    }
}
