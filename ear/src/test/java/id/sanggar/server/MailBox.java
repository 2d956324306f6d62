package id.sanggar.server;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Stands in for a mail server in the try-out: what Sanggar sends becomes a file that any mail program opens. */
final class MailBox implements AutoCloseable {

    private final GreenMail server;

    private MailBox(GreenMail server) {
        this.server = server;
    }

    static MailBox in(Path directory, Consumer<String> arrivals) throws IOException {
        Files.createDirectories(directory);
        var server = new GreenMail(new ServerSetup(FreePort.any(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        var users = server.getUserManager();
        var all = server.setUser("all@localhost", "all", "all");
        users.setMessageDeliveryHandler((message, to) -> {
            try {
                var file = Files.createTempFile(directory, to.getEmail().replaceAll("[^\\w@.+-]", "_") + "-", ".eml");
                try (var out = Files.newOutputStream(file)) {
                    message.getMessage().writeTo(out);
                }
                arrivals.accept("Mail to %s: %s".formatted(to.getEmail(), file));
                server.purgeEmailFromAllMailboxes();
                return all;
            } catch (IOException | com.icegreen.greenmail.store.FolderException e) {
                throw new MessagingException("cannot be kept", e);
            }
        });
        return new MailBox(server);
    }

    Map<String, String> environment() {
        return Map.of("MAIL_HOST", "127.0.0.1", "MAIL_PORT", String.valueOf(server.getSmtp().getPort()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
