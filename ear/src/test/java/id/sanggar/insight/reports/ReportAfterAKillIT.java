package id.sanggar.insight.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.sanggar.server.FreePort;
import id.sanggar.testing.Alongside;
import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Tables;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server and a database of its own, without a mail server at first: the server is killed between making a report and
 * sending it.
 */
@Alongside
class ReportAfterAKillIT {

    @AutoClose
    private OwnServer server;

    private Tables tables;
    private int port;

    @BeforeEach
    void prepare() throws Exception {
        port = FreePort.any();
        server = OwnServer.prepare("reports", true);
        server.in("MAIL_HOST", "127.0.0.1").in("MAIL_PORT", String.valueOf(port));
        tables = new Tables(server.database());
    }

    @Test
    void whatWasMadeBeforeTheKillIsSentOnceAfterIt() throws Exception {
        server.start();
        tables.write("""
                insert into report_order (account_id, programme_id, frequency, ordered_at)
                select a.id, p.id, 'WEEKLY', now() - interval '9 days' from account a, programme p
                where a.email = 'marwah@sanggar.example' and p.slug = 'nslic-kota-gorontalo'""");
        server.await("the report is made", () -> count("report_run") == 1);
        server.kill();

        assertThat(count("mail_message where report_run_id is not null and sent_at is null")).isEqualTo(1);
        assertThat(count("report_file")).isEqualTo(2);
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        try {
            // Half a minute or more after the last try.
            tables.write("update mail_message set due_at = now() where report_run_id is not null");
            server.start();
            server.await("the report is sent", () -> count("mail_message where sent_at is not null "
                    + "and report_run_id is not null") == 1);
            var later = Instant.now().plus(Duration.ofSeconds(35));
            server.await("whatever makes reports has looked again", () -> Instant.now().isAfter(later));

            var reports = Stream.of(mail.getReceivedMessages()).filter(ReportAfterAKillIT::isReport).toList();
            assertThat(reports).hasSize(1);
            assertThat(reports.get(0).getAllRecipients()[0]).hasToString("marwah@sanggar.example");
            var parts = (MimeMultipart) reports.get(0).getContent();
            assertThat(List.of(parts.getBodyPart(1).getFileName(), parts.getBodyPart(2).getFileName()))
                    .allMatch(name -> name.matches("nslic-kota-gorontalo-\\d{4}-W\\d{2}\\.(pdf|csv)"));
            assertThat(parts.getBodyPart(1).getInputStream().readNBytes(5)).asString().isEqualTo("%PDF-");
            assertThat((String) parts.getBodyPart(0).getContent()).contains("/reports/");
            assertThat(reports.get(0).getHeader("List-Unsubscribe")).singleElement().asString()
                    .matches("<http://localhost:\\d+/reports/[0-9a-f-]{36}>");
            assertThat(count("report_run")).isEqualTo(1);
            assertThat(count("report_file")).as("nothing is kept of what was sent").isZero();
        } finally {
            mail.stop();
        }
    }

    private static boolean isReport(MimeMessage message) {
        try {
            return message.getContent() instanceof MimeMultipart;
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private long count(String rows) throws Exception {
        return (Long) tables.read("select count(*) from " + rows);
    }
}
