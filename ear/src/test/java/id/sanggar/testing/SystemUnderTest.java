package id.sanggar.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.sanggar.server.Directories;
import id.sanggar.server.FreePort;
import id.sanggar.server.Postgres;
import id.sanggar.server.ServerDirectory;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The server, the empty database and the mail server that all system tests of a run share, on ports nobody uses. Made
 * ready before the first test; Arquillian then starts the server with what is set here (see arquillian.xml).
 */
public final class SystemUnderTest implements LauncherSessionListener {

    /**
     * Code is compiled quickly rather than well, but for what runs hottest: the hashing of passwords, which is three to
     * five times as fast when it is compiled well.
     */
    private static final String COMPILER = "-XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=50000"
            + " -XX:Tier4CompileThreshold=200000 -XX:Tier4BackEdgeThreshold=1000000";

    private static URI address;
    private static Postgres postgres;
    private static GreenMail mail;

    /** Where the application answers. */
    public static URI address() {
        return address;
    }

    /** The application's database, behind its back. */
    public static DataSource database() {
        return postgres.dataSource();
    }

    /** What the application sent. */
    public static GreenMail mail() {
        return mail;
    }

    /** The text of the newest letter to someone about something; waits for it if it is still on its way. */
    public static String letter(String address, String subject) throws MessagingException, IOException {
        var patience = Instant.now().plusSeconds(20);
        while (true) {
            var arrived = mail.getReceivedMessages();
            for (int newest = arrived.length - 1; newest >= 0; newest--) {
                var letter = arrived[newest];
                if (letter.getAllRecipients()[0].toString().equals(address) && letter.getSubject().equals(subject)) {
                    return (String) letter.getContent();
                }
            }
            if (!mail.waitForIncomingEmail(Duration.between(Instant.now(), patience).toMillis(), arrived.length + 1)) {
                throw new AssertionError("no letter to " + address + ": " + subject);
            }
        }
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("sanggar.distribution") == null) {
            // Run by an IDE, and no system test: `mvn verify` names these places.
            return;
        }
        try {
            prepare(Path.of(System.getProperty("sanggar.home")).toAbsolutePath().normalize(),
                    Path.of(System.getProperty("sanggar.target")).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void prepare(Path home, Path target) throws IOException, InterruptedException {
        var base = new ServerDirectory(Path.of(System.getProperty("sanggar.distribution")).toAbsolutePath().normalize(),
                target.resolve("server"), target.resolve("server-it"));
        // The configuration names what the last run deployed, and that goes with the data.
        for (var left : new String[] {"configured", "data", "log", "tmp"}) {
            Directories.delete(base.path().resolve(left));
        }
        base.configure();
        postgres = Postgres.passing(home, target.resolve("postgres"));
        mail = new GreenMail(new ServerSetup(FreePort.any(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        var http = FreePort.any();
        address = URI.create("http://localhost:" + http);

        var environment = new HashMap<>(postgres.environment());
        environment.put("MAIL_HOST", "127.0.0.1");
        environment.put("MAIL_PORT", String.valueOf(mail.getSmtp().getPort()));
        environment.put("HTTP_PORT", String.valueOf(http));
        environment.put("HTTPS_PORT", String.valueOf(FreePort.any()));
        environment.put("SANGGAR_URL", address.toString());
        environment.put("SANGGAR_HOME", base.path().resolve("data").toString());
        environment.put("SANGGAR_DEMO", "true");

        var management = FreePort.any();
        System.setProperty("it.management.port", String.valueOf(management));
        System.setProperty("it.module.path", base.modulePath());
        System.setProperty("it.java.options", "-Xmx768m -XX:+UseSerialGC " + COMPILER
                + " -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true"
                + " \"-Djboss.server.base.dir=" + base.path() + "\""
                + " -Djboss.management.http.port=" + management + asProperties(environment));
    }

    /**
     * The server takes a property {@code env.X} for the variable X, which no running JVM could set for its children.
     */
    private static String asProperties(Map<String, String> environment) {
        return environment.entrySet().stream()
                .map(variable -> " \"-Denv." + variable.getKey() + "=" + variable.getValue() + "\"")
                .collect(Collectors.joining());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Chromium.quit();
        if (mail != null) {
            mail.stop();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
