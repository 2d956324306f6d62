package id.sanggar.notification;

import static id.sanggar.learning.Classroom.stage;
import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.identity.PasswordResetting;
import id.sanggar.learning.Classroom;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.Application;
import id.sanggar.programme.ProgrammeDefinition.Requirement;
import id.sanggar.testing.Acting;
import id.sanggar.testing.InContainerTest;
import id.sanggar.testing.SystemUnderTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

class LettersIT extends InContainerTest {

    @Inject
    private Classroom classroom;

    @Inject
    private PasswordResetting resetting;

    @Inject
    private Admissions admissions;

    @Inject
    private Mailing mailing;

    @Test
    void whoForgotHerPasswordGetsALinkInHerLanguage() throws Exception {
        var ratna = classroom.woman("Ratna Mooduto");
        classroom.write("update account set locale = 'en' where id = ?", ratna.account());
        var email = (String) classroom.read("select email from account where id = ?", ratna.account());
        var letter = written(ratna, () -> {
            resetting.request(email);
            return null;
        });
        assertThat(letter).startsWith("Choose a new password|Dear Ratna Mooduto,")
                .containsPattern("http://localhost:\\d+/password/[\\w-]{43}\n");
    }

    @Test
    void whoIsAdmittedIsToldAndSoIsWhoIsNot() throws Exception {
        var programme = classroom.slug("program");
        classroom.setUp(classroom.definition(programme, stage("pendaftaran", Requirement.admitted())));
        var manager = classroom.manager(programme);
        var ratna = classroom.woman("Ratna {1} Mooduto");
        var fatmah = classroom.woman("Fatmah Abdullah");
        var first = apply(ratna, programme);
        var second = apply(fatmah, programme);

        assertThat(written(ratna, manager, () -> admissions.approve(Set.of(first))))
                .startsWith("Anda diterima di " + programme + "|Yth. Ratna " + programme + " Mooduto,")
                .containsPattern("http://localhost:\\d+/learn\n");
        assertThat(written(fatmah, manager, () -> admissions.reject(Set.of(second), "Alamat {0} belum ditulis.")))
                .startsWith("Permohonan Anda untuk " + programme + "|Yth. Fatmah Abdullah,")
                .contains("Alasannya:\n\nAlamat {0} belum ditulis.\n");
    }

    @Test
    void whatNoServerTakesIsGivenUpForAllToSeeAndSentAgainOnRequest() throws Exception {
        var admin = classroom.administrator();
        var key = UUID.randomUUID().toString();
        var before = admin.call(mailing::status).givenUp();
        classroom.write("""
                insert into mail_message (recipient, subject, body, dedupe_key, created_at, due_at, tries)
                values ('bukan alamat', 'Uji', 'Uji', ?, now(), now(), 16)""", key);
        await(() -> admin.call(mailing::status).givenUp() == before + 1);
        assertThat(classroom.read("select last_error from mail_message where dedupe_key = ?", key)).isNotNull();

        classroom.write("update mail_message set recipient = 'alamat@sanggar.example' where dedupe_key = ?", key);
        admin.call(() -> {
            mailing.sendAgain();
            return null;
        });
        await(() -> classroom.read("select sent_at from mail_message where dedupe_key = ?", key) != null);
    }

    @Test
    void aLinkThatWorksNoMoreIsNotSent() throws Exception {
        var key = "password-reset:" + UUID.randomUUID();
        classroom.write("""
                insert into mail_message (recipient, subject, body, dedupe_key, created_at, due_at)
                values ('alamat@sanggar.example', 'Uji', 'rahasia', ?, now() - interval '61 minutes', now())""", key);
        await(() -> "".equals(classroom.read("select body from mail_message where dedupe_key = ?", key)));
        assertThat(classroom.read("select sent_at from mail_message where dedupe_key = ?", key)).isNull();
    }

    @Test
    @RunAsClient
    void aLetterArrivesAsItWasWrittenAndLeavesNoCopy() throws Exception {
        var recipient = UUID.randomUUID() + "@sanggar.example";
        try (var connection = SystemUnderTest.database().getConnection(); var insert = connection.prepareStatement("""
                insert into mail_message (recipient, subject, body, dedupe_key, created_at, due_at)
                values (?, 'Sertifikat Anda – “Abon”', E'Yth. Mien’a,\n\nSelamat!\n', ?, now(), now())""")) {
            insert.setString(1, recipient);
            insert.setString(2, recipient);
            insert.executeUpdate();
        }
        await(() -> arrived(recipient).findFirst().isPresent());
        var message = arrived(recipient).findFirst().orElseThrow();
        assertThat(message.getSubject()).isEqualTo("Sertifikat Anda – “Abon”");
        assertThat(((String) message.getContent()).lines()).containsExactly("Yth. Mien’a,", "", "Selamat!");
        assertThat(message.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).startsWith("<letter-");
        try (var connection = SystemUnderTest.database().getConnection(); var query = connection.prepareStatement(
                "select body from mail_message where recipient = ?")) {
            query.setString(1, recipient);
            var row = query.executeQuery();
            row.next();
            assertThat(row.getString(1)).isEmpty();
        }
    }

    private static Stream<MimeMessage> arrived(String recipient) {
        return Stream.of(SystemUnderTest.mail().getReceivedMessages()).filter(message -> {
            try {
                return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(recipient);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    private String written(Acting holder, Callable<?> act) throws Exception {
        return written(holder, holder, act);
    }

    /** Subject and body of the letter, read before it is committed and sent. */
    private String written(Acting holder, Acting actor, Callable<?> act) throws Exception {
        return actor.call(() -> classroom.inTransaction(() -> {
            act.call();
            return (String) classroom.read("""
                    select subject || '|' || body from mail_message where account_id = ? order by id desc limit 1""",
                    holder.account());
        }));
    }

    private UUID apply(Acting person, String programme) throws Exception {
        return person.call(() -> admissions.apply(programme, new Application("Dapur", "Abon", null)));
    }

    private static void await(Condition condition) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }
}
