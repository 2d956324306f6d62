package id.sanggar.exchange;

import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.shared.Slug;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a pack that lessons show, play or offer. */
final class PackMedia {

    static final String DRAWING = ".svg";

    /** What may lie among the media, by its ending, with what such a file begins with. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(DRAWING, new Kind("image/svg+xml", 0)),
            Map.entry(".png", new Kind("image/png", 0, "\u0089PNG\r\n\u001a\n")),
            Map.entry(".jpg", new Kind("image/jpeg", 0, "\u00ff\u00d8\u00ff")),
            Map.entry(".webp", new Kind("image/webp", 8, "WEBP")),
            Map.entry(".mp4", new Kind("video/mp4", 4, "ftyp")),
            Map.entry(".webm", new Kind("video/webm", 0, "\u001aE\u00df\u00a3")),
            Map.entry(".mp3", new Kind("audio/mpeg", 0, "ID3", "\u00ff\u00fb", "\u00ff\u00fa", "\u00ff\u00f3",
                    "\u00ff\u00f2")),
            Map.entry(".m4a", new Kind("audio/mp4", 4, "ftyp")),
            Map.entry(".ogg", new Kind("audio/ogg", 0, "OggS")),
            Map.entry(".pdf", new Kind("application/pdf", 0, "%PDF-")),
            Map.entry(".vtt", new Kind("text/vtt", 0, "WEBVTT", "\u00ef\u00bb\u00bfWEBVTT")),
            Map.entry(".txt", new Kind("text/plain", 0)));
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".webp");
    private static final Set<String> COMPANIONS = Set.of(".vtt", ".txt");

    private final ContentFiles contents;
    private final String directory;
    private final Problems problems;
    private final Map<String, NewMedia> files = new TreeMap<>();
    private final List<String> paths = new ArrayList<>();

    private record Kind(String contentType, int at, List<String> beginnings) {

        Kind(String contentType, int at, String... beginnings) {
            this(contentType, at, List.of(beginnings));
        }

        boolean fits(byte[] bytes) {
            var head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
            return beginnings.isEmpty() || beginnings.stream().anyMatch(beginning -> head.startsWith(beginning, at));
        }
    }

    PackMedia(ContentFiles contents, String directory, Problems problems) {
        this.contents = contents;
        this.directory = directory;
        this.problems = problems;
    }

    /** Whether a file may be called so. */
    static boolean isName(String name) {
        var ending = FileName.ending(name);
        return KINDS.containsKey(ending) && Slug.isValid(name.substring(0, name.length() - ending.length()));
    }

    /** What a picture would be called by what is in it; nothing if it is none that browsers show. */
    static Optional<String> endingOf(byte[] bytes) {
        return PICTURES.stream().filter(ending -> KINDS.get(ending).fits(bytes)).findFirst();
    }

    /** The name of a file without its ending; another ending, or a name that is no slug, is a problem. */
    static String stem(String path, String ending, Problems problems) {
        var name = FileName.last(path);
        var stem = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : "";
        if (!Slug.isValid(stem)) {
            problems.add(path, 0, "exchange.file-name", ending);
        }
        return stem;
    }

    void read() {
        contents.under(directory + "media/").forEach(path -> add(path, path.substring(directory.length() + 6)));
    }

    /** @param name under which lessons know the file */
    void add(String path, String name) {
        paths.add(path);
        var kind = KINDS.get(FileName.ending(name));
        if (!isName(name)) {
            problems.add(path, 0, kind == null ? "exchange.media-kind" : "exchange.file-name", FileName.ending(path));
        } else if (!kind.fits(contents.bytes(path))) {
            problems.add(path, 0, "exchange.media-not-so", FileName.ending(path));
        } else {
            if (name.endsWith(DRAWING)) {
                DrawingCheck.check(contents, path, problems);
            }
            var bytes = contents.bytes(path);
            files.put(name, new NewMedia(name, kind.contentType, bytes,
                    name.endsWith(".pdf") ? SheetPrinter.words(path, bytes, problems) : null));
        }
    }

    Set<String> names() {
        return files.keySet();
    }

    List<NewMedia> files() {
        return List.copyOf(files.values());
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    /** Subtitles and transcripts come with what they belong to. */
    void requireShown(Set<String> shown) {
        for (var name : files.keySet()) {
            var ending = FileName.ending(name);
            var stem = name.substring(0, name.length() - ending.length());
            var belongs = COMPANIONS.contains(ending) && shown.stream().anyMatch(other -> other.startsWith(stem + '.'));
            if (!shown.contains(name) && !belongs && !paths.contains(directory + "sheets/" + name)) {
                problems.hint(directory + "media/" + name, 0, "exchange.not-shown");
            }
        }
    }
}
