package id.sanggar.notification;

import id.sanggar.shared.PublicAddress;
import jakarta.activation.DataHandler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.logging.Logger;

/**
 * Takes letters from the outbox to the mail server, every two seconds up to fifty, on one node at a time. What the
 * server does not take is tried again later and later, for about two days.
 */
@Singleton
@PermitAll
@Startup
public class Postman {

    private static final int AT_ONCE = 50;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);
    private static final String TIMEOUT_MILLISECONDS = "10000";

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    @Resource(lookup = "java:jboss/mail/Sanggar")
    private Session session;

    @Inject
    private WaitingLetters letters;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    private Instant notBefore = Instant.MIN;

    @PostConstruct
    void dontWaitForEver() {
        for (var timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            session.getProperties().putIfAbsent("mail.smtp." + timeout, TIMEOUT_MILLISECONDS);
        }
    }

    @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false)
    void go() {
        if (clock.instant().isBefore(notBefore) || !letters.mayTake()) {
            return;
        }
        letters.dropStaleSecrets();
        letters.dropReportsOutOfSight();
        var round = letters.take(AT_ONCE);
        if (round.isEmpty()) {
            return;
        }
        var until = clock.instant().plus(LONGEST_ROUND);
        try (var server = session.getTransport("smtp")) {
            server.connect();
            for (var letter : round) {
                if (clock.instant().isBefore(until)) {
                    send(letter, server);
                }
            }
        } catch (MessagingException unreachable) {
            notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
            LOG.warning(() -> "The mail server cannot be reached: " + unreachable.getClass().getSimpleName());
        }
    }

    private void send(WaitingLetters.Letter letter, Transport server) throws MessagingException {
        try {
            var message = message(letter);
            server.sendMessage(message, message.getAllRecipients());
            letters.sent(letter.id());
        } catch (MessagingException refused) {
            if (letters.refused(letter, refused.getMessage())) {
                LOG.severe(() -> "Letter " + letter.id() + " is given up; table mail_message says why");
            }
            if (!server.isConnected()) {
                throw refused;
            }
        }
    }

    private MimeMessage message(WaitingLetters.Letter letter) throws MessagingException {
        // The same at each try: a server that took it twice can tell.
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<letter-" + letter.id() + "." + letter.createdAt().toEpochMilli() + "@"
                        + domain() + ">");
            }
        };
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        write(letter, message);
        message.setSentDate(Date.from(letter.createdAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.orderCode() != null) {
            // Mail programs show a button for it (RFC 2369).
            message.setHeader("List-Unsubscribe", "<" + address.of("/reports/" + letter.orderCode()) + ">");
        }
        return message;
    }

    private void write(WaitingLetters.Letter letter, MimeMessage message) throws MessagingException {
        if (letter.reportRunId() == null) {
            message.setText(letter.body(), StandardCharsets.UTF_8.name());
            return;
        }
        var text = new MimeBodyPart();
        text.setText(letter.body(), StandardCharsets.UTF_8.name());
        var parts = new MimeMultipart(text);
        for (var enclosure : letters.enclosures(letter.reportRunId())) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(enclosure.bytes(), enclosure.contentType())));
            part.setFileName(enclosure.name());
            parts.addBodyPart(part);
        }
        message.setContent(parts);
    }

    private String domain() {
        var from = InternetAddress.getLocalAddress(session);
        return from == null ? "localhost" : from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }
}
