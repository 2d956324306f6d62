package id.sanggar.course;

import id.sanggar.media.MediaStore;
import id.sanggar.media.StoredMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What lessons must know of the files they show. */
@ApplicationScoped
class LessonFiles {

    private static final String DRAWING = "image/svg+xml";
    private static final Pattern VIEW_BOX =
            Pattern.compile("viewBox\\s*=\\s*[\"']\\s*\\S+\\s+\\S+\\s+([0-9.]+)\\s+([0-9.]+)\\s*[\"']");

    @Inject
    private MediaStore store;

    /**
     * Three statements, and one for each drawing that is not in memory.
     *
     * @param hashes of the files, by the names that lessons give them; files that are not kept are left out
     */
    Map<String, LessonFile> of(Map<String, String> hashes) {
        var stored = store.all(hashes.values());
        var variants = store.variants(hashes.values());
        var texts = store.texts(hashes.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".txt"))
                .map(Map.Entry::getValue)
                .toList());
        var files = new HashMap<String, LessonFile>();
        hashes.forEach((name, hash) -> {
            if (stored.containsKey(hash)) {
                files.put(name, file(name, stored.get(hash), variants.getOrDefault(hash, List.of()), texts.get(hash)));
            }
        });
        return files;
    }

    private LessonFile file(String name, StoredMedia file, List<StoredMedia> variants, String words) {
        return file.contentType().equals(DRAWING)
                ? drawing(name, file, store.bytes(file.sha256()))
                : new LessonFile(name, file, variants, file.width(), file.height(), weight(file, variants), words);
    }

    static LessonFile drawing(String name, StoredMedia file, byte[] svg) {
        var viewBox = VIEW_BOX.matcher(new String(svg, StandardCharsets.UTF_8));
        boolean measured = viewBox.find();
        return new LessonFile(name, file, List.of(), measured ? size(viewBox.group(1)) : 360,
                measured ? size(viewBox.group(2)) : 240, compressed(svg), null);
    }

    /** Of a picture, what the phone with the sharpest screen loads. */
    private static long weight(StoredMedia file, List<StoredMedia> variants) {
        if (!file.contentType().startsWith("image/")) {
            return 0;
        }
        var webp = variants.stream().filter(variant -> variant.contentType().equals("image/webp")).toList();
        return (webp.isEmpty() ? Stream.of(file) : webp.stream().filter(variant -> variant.width() <= 720))
                .max(Comparator.comparingInt(StoredMedia::width))
                .map(StoredMedia::size)
                .orElse(file.size());
    }

    /** What it weighs on its way. */
    static int compressed(byte[] bytes) {
        var target = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return target.size();
    }

    private static int size(String units) {
        return (int) Math.round(Double.parseDouble(units));
    }
}
