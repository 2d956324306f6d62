package id.sanggar.web.shared;

import id.sanggar.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of style sheets, scripts and fonts that change when the file does, so that browsers keep them for a year.
 */
@Named
@ApplicationScoped
public class Assets {

    @Inject
    private ServletContext application;

    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

    /** @param name under {@code /assets/}, e.g. {@code learn.css}; written by us, never by a visitor */
    public String url(String name) {
        return "/assets/" + name + "?v=" + fingerprint(name);
    }

    /** @return null if there is no such file */
    String fingerprint(String name) {
        return fingerprints.computeIfAbsent(name, this::compute);
    }

    private String compute(String name) {
        try (var file = application.getResourceAsStream("/assets/" + name)) {
            if (file == null) {
                return null;
            }
            return Sha256.of(file.readAllBytes()).substring(0, 12);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
