package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.identity.AccountErased;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The life of a batch: planned, checked, approved by a second person, issued, stopped, resumed, given up. */
class BatchLifeIT extends IssuingSchool {

    @Inject
    Event<AccountErased> erased;

    @Inject
    Event<CertificatesIssued> issued;

    @Resource
    UserTransaction transaction;

    @Test
    void whoPlannedOrCheckedDoesNotApprove() throws Exception {
        graduates.graduate(2, "Lulusan Uji");
        var third = manager(programme, null);
        var batch = UUID.randomUUID();
        act(manager, () -> planning.plan(batch, plan(null)));
        assertThatThrownBy(() -> approve(second, batch)).isInstanceOf(Conflict.class)
                .hasMessage("certificate.batch-is-DRAFT");
        act(second, () -> planning.check(batch));

        var administrator = account("admin-lain-" + programme, "ADMIN", null, null);
        for (var person : List.of(manager, second)) {
            assertThat(person.call(() -> issuing.batch(batch)).mayApprove()).isFalse();
            assertThatThrownBy(() -> approve(person, batch)).isInstanceOf(Conflict.class)
                    .hasMessage("certificate.approve-second-person");
        }
        assertThat(third.call(() -> issuing.batch(batch)).mayApprove()).isTrue();
        assertThat(manager.call(() -> issuing.batch(batch)).approvers()).isNotEmpty();
        assertThatThrownBy(() -> act(third, () -> issuing.issue(batch))).hasMessage("certificate.batch-is-CHECKED");
        approve(administrator, batch);
        act(third, () -> issuing.issue(batch));
        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 2, 2, 0));
        assertThat(manager.call(() -> issuing.history(batch))).map(BatchAct::what)
                .containsExactly("planned", "checked", "approved", "started", "finished");
    }

    @Test
    void anApprovalIsForTheListThatWasLookedAt() throws Exception {
        graduates.graduate(2, "Lulusan Uji");
        var batch = check(null);
        var seen = second.call(() -> issuing.batch(batch)).checkedAt();
        graduates.graduate(1, "Lulusan Baru");
        act(manager, () -> planning.check(batch));
        assertThatThrownBy(() -> act(second, () -> issuing.approve(batch, seen))).isInstanceOf(Conflict.class)
                .hasMessage("certificate.approve-other-list");
        approve(second, batch);
        act(manager, () -> planning.check(batch));
        assertThat(manager.call(() -> issuing.batch(batch)).state()).as("the approval was of an older list")
                .isEqualTo(BatchState.CHECKED);
        assertThat(manager.call(() -> issuing.batch(batch)).counts().eligible()).isEqualTo(3);
    }

    @Test
    void aPlanIsChangedAsADraftOnlyAndWhoChangedItDoesNotApprove() throws Exception {
        graduates.graduate(2, "Lulusan Uji");
        var batch = check("Angkatan 1");
        assertThatThrownBy(() -> act(second, () -> planning.change(batch, plan("Angkatan 2"))))
                .hasMessage("certificate.batch-is-CHECKED");
        act(second, () -> planning.reopen(batch));
        act(second, () -> planning.change(batch, new BatchPlan(programme, Graduates.COURSE, null, null,
                Award.COMPLETION, 24, "Angkatan 2")));
        assertThatThrownBy(() -> act(second, () -> planning.change(batch, new BatchPlan(programme, Graduates.COURSE,
                null, null, Award.COMPLETION, 0, "Angkatan 2")))).isInstanceOf(Invalid.class);
        act(manager, () -> planning.check(batch));
        assertThat(manager.call(() -> issuing.batch(batch))).satisfies(page -> {
            assertThat(page.name()).isEqualTo("Angkatan 2");
            assertThat(page.validMonths()).isEqualTo(24);
            assertThat(page.counts().eligible()).isEqualTo(2);
        });
        assertThatThrownBy(() -> approve(second, batch)).hasMessage("certificate.approve-second-person");
    }

    @Test
    void aFormThatIsSentTwicePlansOneBatch() throws Exception {
        graduates.graduate(1, "Lulusan Uji");
        var batch = UUID.randomUUID();
        for (var time = 0; time < 2; time++) {
            act(manager, () -> planning.check(batch, plan(null)));
        }
        assertThat(manager.call(() -> issuing.batches(1, 10)).total()).isEqualTo(1);
        assertThat(manager.call(() -> issuing.history(batch))).map(BatchAct::what)
                .containsExactly("planned", "checked");
    }

    @Test
    void whoIsNoLongerEligibleWhenItIsIssuedIsToldOf() throws Exception {
        graduates.graduate(3, "Lulusan Uji");
        var ratna = graduates.graduate("Ratna Mooduto", null);
        var batch = check(null);
        graduates.write("update membership set state = 'WITHDRAWN' where account_id = ?", ratna);
        issue(batch);
        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 3, 3, 0));
        assertThat(manager.call(() -> issuing.batch(batch)).counts()).isEqualTo(new BatchCounts(4, 3, 1, 0, 3, 0, 1));
        assertThat(manager.call(() -> issuing.items(batch, ItemFilter.DROPPED, 1, 10)).items()).singleElement()
                .satisfies(item -> assertThat(item.holder()).isEqualTo("Ratna Mooduto"));
        assertThat(serials(batch)).hasSize(3);
    }

    @Test
    void whoIsErasedMeanwhileIsIssuedNothingAndHerNumberIsAnothers() throws Exception {
        graduates.graduate(2, "Lulusan Uji");
        var ratna = graduates.graduate("Ratna Mooduto", null);
        complete(ratna);
        var batch = check(null);
        erase(ratna);
        assertThat(listed(ratna)).as("her name on lists").isZero();
        issue(batch);
        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 2, 2, 0));
        assertThat(serials(batch)).hasSize(2);

        var wahyuni = graduates.graduate("Wahyuni Potabuga", null);
        complete(wahyuni);
        var failed = check("Gagal");
        assertThat(manager.call(() -> issuing.batch(failed)).counts().eligible()).as("only she").isEqualTo(1);
        graduates.write("update issuance set state = 'PARTIAL', started_at = now() where code = ?", failed);
        graduates.write("""
                update serial_counter c set last = last + 1 from issuance b
                where b.code = ? and c.programme_id = b.programme_id""", failed);
        graduates.write("""
                update issuance_item i set state = 'FAILED', serial_number = 3 from issuance b
                where b.code = ? and i.issuance_id = b.id and i.state = 'ELIGIBLE'""", failed);
        erase(wahyuni);
        assertThat(manager.call(() -> issuing.batch(failed)).counts().eligible()).isZero();
        graduates.graduate(1, "Lulusan Baru");
        var next = check("Berikut");
        issue(next);
        assertThat(await(next)).isEqualTo(ended(BatchState.DONE, 1, 1, 0));
        assertThat(serials(next)).singleElement().satisfies(serial -> assertThat(serial).startsWith("003/"));
    }

    @Test
    void whoIsErasedWhileHerCertificateIsDrawnHasNoNameOnItInTheEnd() throws Exception {
        var ratna = graduates.graduate("Ratna Mooduto", null);
        var batch = issueAll();
        graduates.write("""
                update account set state = 'ERASED', erased_at = now(), name = '––', email = null, phone = null
                where id = ?""", ratna);
        var id = (Long) graduates.read("select id from issuance where code = ?", batch);
        transaction.begin();
        issued.fire(new CertificatesIssued(id));
        transaction.commit();
        assertThat(graduates.read("select holder from certificate where account_id = ?", ratna)).isEqualTo("");
        assertThat(listed(ratna)).isZero();
    }

    /** How many lists have her name. */
    private long listed(long account) throws Exception {
        return (Long) graduates.read("""
                select count(i.holder) from issuance_item i join membership m on m.id = i.membership_id
                where m.account_id = ?""", account);
    }

    @Test
    void aBatchThatGoesOnHasNoManifestBeforeItsNextEndAndIsArchivedWithout() throws Exception {
        graduates.graduate(1, "Lulusan Uji");
        var batch = issueAll();
        act(manager, () -> certificates.manifest(batch, OutputStream.nullOutputStream()));
        graduates.write("update issuance set state = 'STOPPED', manifest_sha256 = sha256('') where code = ?", batch);
        act(manager, () -> certificates.zip(batch, 0, OutputStream.nullOutputStream()));
        assertThatThrownBy(() -> act(manager, () -> certificates.manifest(batch, OutputStream.nullOutputStream())))
                .isInstanceOf(NotFound.class);
    }

    private void complete(long account) throws Exception {
        graduates.write("update membership set state = 'COMPLETED', completed_at = now() where account_id = ?",
                account);
    }

    private void erase(long account) throws Exception {
        graduates.write("""
                update account set state = 'ERASED', erased_at = now(), name = '––', email = null, phone = null
                where id = ?""", account);
        transaction.begin();
        erased.fire(new AccountErased(account));
        transaction.commit();
    }

    @Test
    void aBatchStopsGoesOnAndLosesNothing() throws Exception {
        graduates.graduate(HeldBatch.PEOPLE, "Lulusan Uji");
        var batch = check(null);
        var asked = issueAndStop(batch);
        var stopped = await(batch);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(stopped.state()).isEqualTo(BatchState.STOPPED);
        assertThat(stopped.done()).isBetween(100, HeldBatch.PEOPLE - 1);
        assertThatThrownBy(() -> act(manager, () -> issuing.stop(batch))).hasMessage("certificate.batch-is-STOPPED");

        act(manager, () -> issuing.resume(batch));

        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, HeldBatch.PEOPLE, HeldBatch.PEOPLE, 0));
        assertThat(numbers()).isEqualTo("2000 2000 1 2000");
    }

    @Test
    void whatAStoppedBatchGivesUpIsNumberedByTheNextWithoutGaps() throws Exception {
        graduates.graduate(HeldBatch.PEOPLE, "Lulusan Uji");
        var batch = check(null);
        issueAndStop(batch);
        var done = await(batch).done();
        assertThat(done).isLessThan(HeldBatch.PEOPLE);
        act(manager, () -> issuing.giveUpRest(batch));
        assertThat(manager.call(() -> issuing.batch(batch))).satisfies(page -> {
            assertThat(page.state()).isEqualTo(BatchState.DONE);
            assertThat(page.counts().dropped()).isEqualTo(HeldBatch.PEOPLE - done);
        });
        assertThatThrownBy(() -> act(manager, () -> issuing.resume(batch))).hasMessage("certificate.batch-is-DONE");

        issueAll();

        assertThat(numbers()).isEqualTo("2000 2000 1 2000");
        assertThat(graduates.read("""
                select count(*) from serial_released r join programme p on p.id = r.programme_id where p.slug = ?""",
                programme)).isEqualTo(0L);
    }

    @Test
    void twoWhoPressAtTheSameTimeIssueOnce() throws Exception {
        graduates.graduate(20, "Lulusan Uji");
        var batch = check(null);
        approve(second, batch);
        act(manager, () -> issuing.issue(batch));
        assertThatThrownBy(() -> act(second, () -> issuing.issue(batch))).isInstanceOf(Conflict.class);
        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 20, 20, 0));
        assertThat(numbers()).isEqualTo("20 20 1 20");
    }

    @Test
    void aCancelledBatchGivesItsNameBack() throws Exception {
        graduates.graduate(1, "Lulusan Uji");
        var batch = check("Angkatan 1");
        assertThatThrownBy(() -> check("Angkatan 1")).isInstanceOf(Invalid.class);
        act(manager, () -> issuing.cancel(batch));
        assertThatThrownBy(() -> issue(batch)).isInstanceOf(Conflict.class);
        assertThat(check("Angkatan 1")).isNotEqualTo(batch);
    }

    @Test
    void whatFailedIsTriedAgainUnderTheSameNumber() throws Exception {
        graduates.graduate(2, "Lulusan Uji");
        var ratna = graduates.graduate("Ratna Mooduto", null);
        var batch = check(null);
        rename(batch, ratna, "山田");
        issue(batch);
        assertThat(await(batch)).isEqualTo(ended(BatchState.PARTIAL, 3, 2, 1));
        assertThat(manager.call(() -> issuing.items(batch, ItemFilter.FAILED, 1, 10)).items())
                .singleElement().satisfies(item -> assertThat(item.reasons()).map(Message::key)
                        .containsExactly("certificate.letter-unprintable"));

        rename(batch, ratna, "Ratna Mooduto");
        act(manager, () -> issuing.retryFailed(batch));

        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 3, 3, 0));
        assertThat(serials(batch)).hasSize(3).last().isEqualTo("003/PMOP/7571/" + YEAR);
    }

    private void rename(UUID batch, long account, String name) throws Exception {
        graduates.write("""
                update issuance_item i set holder = ? from issuance b, membership m
                where b.code = ? and i.issuance_id = b.id and m.id = i.membership_id and m.account_id = ?""",
                name, batch, account);
    }

    @Test
    void whatIsIssuedIsWhatWasApprovedWhateverIsChangedMeanwhile() throws Exception {
        var ratna = graduates.graduate("Ratna Mooduto", null);
        var batch = check(null);
        var paper = second.call(() -> issuing.batch(batch)).paper();
        assertThat(paper.texts()).isEqualTo(new SharedTexts("Program " + programme, "7571", "Gorontalo",
                "Hartati Bilondatu", "Program " + programme));
        assertThat(paper.version()).isPositive();
        var sample = second.call(() -> issuing.sample(batch));
        assertThat(new String(sample, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        approve(second, batch);

        graduates.write("update account set name = 'Orang Lain' where id = ?", ratna);
        setUp(programme, "Tanda Tangan Lain");
        assertThat(manager.call(() -> issuing.items(batch, ItemFilter.ELIGIBLE, 1, 10)).items()).singleElement()
                .satisfies(item -> assertThat(item.holder()).isEqualTo("Ratna Mooduto"));
        act(manager, () -> issuing.issue(batch));

        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 1, 1, 0));
        assertThat(graduates.read("""
                select concat_ws(', ', holder, printed ->> 'holder', printed ->> 'signatory') from certificate
                where account_id = ?""", ratna)).isEqualTo("Ratna Mooduto, Ratna Mooduto, Hartati Bilondatu");
        assertThat(second.call(() -> issuing.batch(batch)).paper()).isEqualTo(paper);

        graduates.graduate(1, "Lulusan Baru");
        var next = check(null);
        assertThat(second.call(() -> issuing.batch(next)).paper().texts().signatory()).isEqualTo("Tanda Tangan Lain");
    }

    @Test
    void aBatchThatWasCheckedBeforeItsPapersWereFrozenReadsThemNow() throws Exception {
        var ratna = graduates.graduate("Ratna Mooduto", null);
        var batch = check(null);
        graduates.write("update issuance set shared = null where code = ?", batch);
        rename(batch, ratna, null);
        assertThat(second.call(() -> issuing.batch(batch)).paper().texts().signatory()).isEqualTo("Hartati Bilondatu");
        issue(batch);
        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 1, 1, 0));
        assertThat(graduates.read("select holder from certificate where account_id = ?", ratna))
                .isEqualTo("Ratna Mooduto");
    }

    @Test
    void aBatchThatNobodyWorksOnIsTakenUp() throws Exception {
        graduates.graduate(40, "Lulusan Uji");
        var batch = graduates.start("Tertinggal");
        assertThat(await(batch)).isEqualTo(ended(BatchState.DONE, 40, 40, 0));
    }

    /** How many certificates, how many numbers, the first and the last of them. */
    private Object numbers() throws Exception {
        return graduates.read("""
                select concat_ws(' ', count(*), count(distinct serial_number), min(serial_number), max(serial_number))
                from certificate where programme_id = (select id from programme where slug = ?)""", programme);
    }

    /** @return when it was asked to stop, or the moment after that when it could */
    private Instant issueAndStop(UUID batch) throws Exception {
        try (var held = new HeldBatch(database, batch)) {
            issue(batch);
            awaitIssued(batch, 100);
            act(second, () -> issuing.stop(batch));
        }
        return Instant.now();
    }

    private void awaitIssued(UUID batch, int atLeast) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (manager.call(() -> issuing.progress(batch)).done() < atLeast) {
            assertThat(Instant.now()).as("nothing is issued").isBefore(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
