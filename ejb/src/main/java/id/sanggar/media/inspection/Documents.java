package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF that may do nothing but be read and printed: no script, no file within, nothing it starts by itself. Kept as it
 * came, or a signature in it would no longer hold.
 */
final class Documents {

    private static final Logger LOG = Logger.getLogger(Documents.class.getName());

    private static final Set<String> SCRIPTS = Set.of("JS", "JavaScript");
    private static final Set<String> FILES = Set.of("EmbeddedFiles", "EmbeddedFile", "RichMedia", "RichMediaContent");
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToR",
            "GoToE", "Rendition", "Movie", "Sound", "SetOCGState", "RichMediaExecute");
    private static final Map<String, String> REASONS = Map.of("JavaScript", "media.pdf-script", "Launch",
            "media.pdf-launch");
    private static final int MOST_PAGES = 500;
    private static final int MOST_TEXT = 500_000;
    /** Unpacked, a stream may be that much larger than packed, once it is large at all. */
    private static final int BOMB_RATIO = 250;
    private static final int BOMB_SIZE = 32_000_000;
    private static final long LARGEST_STREAM = 200_000_000;
    private static final int TAIL = 1_024;

    private final String name;

    private Documents(String name) {
        this.name = name;
    }

    static Inspected inspect(String name, byte[] bytes) {
        return new Documents(name).inspect(bytes);
    }

    private Inspected inspect(byte[] bytes) {
        ends(bytes);
        unpacks(bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            if (pdf.isEncrypted()) {
                throw Inspection.refusal("media.pdf-locked", name);
            }
            harmless(pdf);
            if (pdf.getNumberOfPages() < 1 || pdf.getNumberOfPages() > MOST_PAGES) {
                throw Inspection.refusal("media.pdf-pages", name, MOST_PAGES);
            }
            return new Inspected(MediaKind.DOCUMENT, "pdf", "application/pdf", bytes, 0, 0, 0, words(pdf), List.of());
        } catch (InvalidPasswordException locked) {
            throw Inspection.refusal("media.pdf-locked", name);
        } catch (IOException broken) {
            LOG.log(Level.FINE, broken, () -> name);
            throw Inspection.refusal("media.pdf-broken", name);
        }
    }

    /** Nothing stands before its head or behind its end, where something else could begin. */
    private void ends(byte[] bytes) {
        int from = Math.max(0, bytes.length - TAIL);
        var tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf("%%EOF");
        if (!Inspection.has(bytes, 0, "%PDF-") || end < 0) {
            throw Inspection.refusal("media.pdf-broken", name);
        }
        if (!tail.substring(end + 5).isBlank() || tail.contains("PK\5\6")) {
            throw Inspection.refusal("media.pdf-trailing", name);
        }
    }

    /** Before anything else unpacks it. */
    private void unpacks(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var target = new byte[65_536];
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
            int begin = at + 6;
            while (begin < bytes.length && (bytes[begin] == '\r' || bytes[begin] == '\n')) {
                begin++;
            }
            if (begin < bytes.length && (bytes[begin] & 0x0F) == 8) {
                var inflater = new Inflater();
                try {
                    inflater.setInput(bytes, begin, bytes.length - begin);
                    while (!inflater.finished() && inflater.inflate(target) > 0) {
                        measure(inflater.getBytesRead(), inflater.getBytesWritten());
                    }
                } catch (DataFormatException noZip) {
                    LOG.log(Level.FINEST, noZip, () -> name);
                } finally {
                    inflater.end();
                }
            }
        }
    }

    private void measure(long packed, long unpacked) {
        if (unpacked > LARGEST_STREAM || unpacked > BOMB_SIZE && unpacked / Math.max(1, packed) > BOMB_RATIO) {
            throw Inspection.refusal("media.pdf-bomb", name);
        }
    }

    private void harmless(PDDocument pdf) {
        var document = pdf.getDocument();
        for (var key : document.getXrefTable().keySet()) {
            look(document.getObjectFromPool(key).getObject(), 0);
        }
        look(document.getTrailer(), 0);
        var form = pdf.getDocumentCatalog().getAcroForm(null);
        if (form != null && form.hasXFA()) {
            throw Inspection.refusal("media.pdf-script", name);
        }
    }

    /** Every object is looked at by itself, so references need not be followed. */
    private void look(COSBase object, int depth) {
        if (depth > 50) {
            throw Inspection.refusal("media.pdf-broken", name);
        }
        if (object instanceof COSDictionary dictionary) {
            dictionary.entrySet().forEach(entry -> {
                key(entry.getKey().getName());
                inner(entry.getValue(), depth);
            });
            action(dictionary);
        } else if (object instanceof COSArray array) {
            array.forEach(element -> inner(element, depth));
        }
    }

    private void inner(COSBase object, int depth) {
        if (object != null && !(object instanceof COSObject)) {
            look(object, depth + 1);
        }
    }

    private void key(String key) {
        if (SCRIPTS.contains(key)) {
            throw Inspection.refusal("media.pdf-script", name);
        }
        if (FILES.contains(key)) {
            throw Inspection.refusal("media.pdf-files", name);
        }
    }

    private void action(COSDictionary dictionary) {
        var kind = dictionary.getCOSName(COSName.S);
        if (kind != null && ACTIONS.contains(kind.getName()) && !dictionary.containsKey(COSName.K)) {
            throw Inspection.refusal(REASONS.getOrDefault(kind.getName(), "media.pdf-action"), name);
        }
        var type = dictionary.getCOSName(COSName.TYPE);
        if (type != null && FILES.contains(type.getName()) || dictionary.containsKey(COSName.EF)) {
            throw Inspection.refusal("media.pdf-files", name);
        }
    }

    private static String words(PDDocument pdf) throws IOException {
        var words = new StringWriter() {
            @Override
            public void write(String text) {
                if (getBuffer().length() < MOST_TEXT) {
                    super.write(text);
                }
            }
        };
        new PDFTextStripper().writeText(pdf, words);
        // No database keeps the character, and some generators write it between letters.
        var text = words.toString().replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }
}
