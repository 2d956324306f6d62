package id.sanggar.certificate.internal;

import id.sanggar.certificate.pdf.CertificateTemplate;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Brings the templates that were built into the application into the database when it starts. */
@Singleton
@PermitAll
@Startup
public class ShippedTemplates {

    private static final Pattern PAGE = Pattern.compile("certificates/([^/]+)/template\\.xhtml");

    @Inject
    private Templates templates;

    @PostConstruct
    void bring() {
        try (var index = ShippedTemplates.class.getResourceAsStream("/content/index.txt")) {
            var files = new String(index.readAllBytes(), StandardCharsets.UTF_8);
            PAGE.matcher(files).results().map(found -> found.group(1))
                    .forEach(slug -> templates.bring(slug, CertificateTemplate.named(slug)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
