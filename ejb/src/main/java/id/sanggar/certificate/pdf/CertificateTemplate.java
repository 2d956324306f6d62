package id.sanggar.certificate.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A certificate's paper as its designer wrote it: a page of XHTML and CSS with fields in braces, and a drawing behind.
 * {@code docs/certificates.md} tells how to write one.
 *
 * @param page  well-formed XHTML; must not name anything outside of itself
 * @param frame SVG of the page's proportions
 */
public record CertificateTemplate(String page, String frame) {

    /**
     * One of those that come with Sanggar, from {@code content/certificates}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static CertificateTemplate named(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("No certificate template " + name);
        }
        return new CertificateTemplate(file(name, "template.xhtml"), file(name, "frame.svg"));
    }

    private static String file(String name, String file) {
        try (InputStream in = CertificateTemplate.class.getResourceAsStream(
                "/content/certificates/" + name + "/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("No certificate template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lays the page out, which takes a second or so; the result is kept and stamped many times.
     *
     * @throws IllegalArgumentException if the page or the frame is not what a template may be; the message says where
     */
    public CompiledTemplate compile() {
        try {
            return new Layout(this).compile();
        } catch (IllegalArgumentException refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError unexpected) {
            // The layout engine has its own ways to fail at what nobody would write on purpose.
            throw new IllegalArgumentException("template.xhtml cannot be laid out (" + unexpected.getClass()
                    .getSimpleName() + ")", unexpected);
        }
    }
}
