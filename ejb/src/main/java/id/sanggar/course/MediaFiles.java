package id.sanggar.course;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Drawings and printable sheets, known by what is in them: an address never gets another content, so that it may be
 * cached for ever, and cannot be guessed by whoever has not seen the page that shows it.
 */
@ApplicationScoped
public class MediaFiles {

    private static final Pattern BEGINNING_OF_HASH =
            Pattern.compile("[0-9a-f]{" + CourseVersions.HASH_IN_ADDRESS + ",64}");
    private static final long BYTES_KEPT = 32_000_000;

    @Inject
    private CourseVersions versions;

    private final LoadingCache<String, MediaFile> files = Caffeine.newBuilder()
            .maximumWeight(BYTES_KEPT)
            .weigher((String hash, MediaFile file) -> file.bytes().length)
            .executor(Runnable::run)
            .build(hash -> versions.media(hash));

    /** A file as it goes to the browser. */
    public record MediaFile(String sha256, String contentType, byte[] bytes) {
    }

    /**
     * @param beginningOfHash of SHA-256, in hexadecimal digits, 20 to 64 of them
     * @throws NotFound if there is no such file
     */
    public MediaFile get(String beginningOfHash) {
        if (!BEGINNING_OF_HASH.matcher(beginningOfHash).matches()) {
            throw new NotFound("media " + beginningOfHash);
        }
        return files.get(beginningOfHash);
    }

    /** The words in the sheets of a version, by the name of their file. */
    public Map<String, String> texts(long versionId) {
        return versions.mediaTexts(versionId);
    }
}
