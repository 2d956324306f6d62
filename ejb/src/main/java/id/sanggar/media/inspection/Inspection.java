package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;
import id.sanggar.shared.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Looks into files that others made. What a file is called and what the browser takes it for count for nothing: its
 * content alone decides what it is, and whoever cannot show that it is whole and harmless is refused with a reason. A
 * refusal is an {@link Invalid} of the field {@code file}, whose message names the file and says what to do.
 */
public final class Inspection {

    /** The field that a refusal is about. */
    public static final String FILE = "file";

    /** So many bytes tell what a file is. */
    private static final int BEGINNING = 65_536;

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final Pattern PROGRAM = Pattern.compile("application/(x-(ms)?dos(exec|program)?|x-msdownload.*"
            + "|x-executable|x-sharedlib|x-object|x-elf|x-mach.*|java-(vm|archive)|x-sh|x-bat|vnd\\.android.*"
            + "|x-shockwave-flash|x-ms-shortcut|x-msi|javascript|x-php)|text/(x-(python|perl|php|vbs.*|powershell)"
            + "|javascript)");
    private static final Pattern ARCHIVE = Pattern.compile("application/(zip|gzip|x-(rar.*|7z.*|tar|gtar|xz|bzip2?|"
            + "compress|lz.*|iso9660.*|apple-diskimage)|zstd|vnd\\.rar|vnd\\.ms-cab.*)");
    private static final Pattern OFFICE = Pattern.compile("application/(x-tika-(msoffice|ooxml).*|msword"
            + "|vnd\\.(ms-.*|openxmlformats.*|oasis.*)|rtf)|text/rtf");
    private static final Map<String, MediaKind> PICTURES = Map.of("image/jpeg", MediaKind.PICTURE, "image/png",
            MediaKind.PICTURE, "image/webp", MediaKind.PICTURE, "image/svg+xml", MediaKind.DRAWING, "application/pdf",
            MediaKind.DOCUMENT);

    private final String name;
    private final Content content;
    private final byte[] beginning;
    private final String type;

    private Inspection(String name, long size, Content content) {
        this.name = name;
        this.content = content;
        if (size == 0) {
            throw refusal("media.empty", name);
        }
        this.beginning = content.read(0, BEGINNING);
        this.type = typeOf(beginning);
    }

    /**
     * Looks at the whole file.
     *
     * @param name as whoever sends it calls it: for messages alone
     * @throws Invalid if it is not one of the kinds that lessons show, is not whole, too large or dangerous
     */
    public static Inspected inspect(String name, Content content) {
        var inspection = new Inspection(name, content.size(), content);
        var kind = inspection.kind(content.size());
        return switch (kind) {
            case PICTURE -> Pictures.inspect(name, content.whole(), inspection.type);
            case DRAWING -> Drawings.inspect(name, content.whole());
            case DOCUMENT -> Documents.inspect(name, content.whole());
            case VIDEO, AUDIO -> inspection.played();
        };
    }

    /**
     * What its first bytes tell, so that who sends two hundred megabytes in vain hears of it soon.
     *
     * @param size of the whole file
     * @param beginning its first bytes
     * @throws Invalid if it cannot become anything that lessons show
     */
    public static MediaKind glance(String name, long size, byte[] beginning) {
        return new Inspection(name, size, Content.of(beginning)).kind(size);
    }

    static Invalid refusal(String key, Object... arguments) {
        return Invalid.of(FILE, key, arguments);
    }

    private MediaKind kind(long size) {
        var kind = kind();
        if (size > kind.largest()) {
            throw refusal("media.too-large", name, kind.megabytes());
        }
        return kind;
    }

    private MediaKind kind() {
        if (is("ftyp", 4)) {
            return Boxes.kind(name, beginning);
        }
        if (begins(0x1A, 0x45, 0xDF, 0xA3)) {
            return MediaKind.VIDEO;
        }
        if (is("OggS", 0) || is("ID3", 0) || Frames.begin(beginning)) {
            return MediaKind.AUDIO;
        }
        var kind = PICTURES.get(type);
        if (kind == null && looksLikeADrawing()) {
            return MediaKind.DRAWING;
        }
        if (kind == null) {
            throw refusal(reason(), name);
        }
        return kind;
    }

    private Inspected played() {
        if (is("ftyp", 4)) {
            return Boxes.inspect(name, content);
        }
        if (begins(0x1A, 0x45, 0xDF, 0xA3)) {
            return Elements.inspect(name, content);
        }
        return is("OggS", 0) ? OggPages.inspect(name, content) : Frames.inspect(name, content);
    }

    private String reason() {
        if (PROGRAM.matcher(type).matches() || is("#!", 0) || is("MZ", 0)) {
            return "media.program";
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml") || looksLikeAPage()) {
            return "media.web-page";
        }
        if (OFFICE.matcher(type).matches()) {
            return "media.office";
        }
        if (ARCHIVE.matcher(type).matches()) {
            return "media.archive";
        }
        if (type.startsWith("image/")) {
            return "media.other-picture";
        }
        return type.startsWith("video/") || type.startsWith("audio/") ? "media.other-film" : "media.unknown";
    }

    /** One with an error in it, of which its author wants to hear. */
    private boolean looksLikeADrawing() {
        return (type.endsWith("/xml") || type.equals("text/plain")) && !looksLikeAPage() && letters().contains("<svg");
    }

    private String letters() {
        return new String(beginning, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private boolean looksLikeAPage() {
        var text = letters();
        return text.contains("<html") || text.contains("<script") || text.contains("<!doctype html");
    }

    private boolean is(String letters, int at) {
        return has(beginning, at, letters);
    }

    private boolean begins(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (beginning.length <= i || (beginning[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether these letters stand there. */
    static boolean has(byte[] bytes, int at, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String typeOf(byte[] beginning) {
        try {
            return TYPES.detect(new ByteArrayInputStream(beginning), new Metadata()).getBaseType().toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
