package id.sanggar.media;

import id.sanggar.shared.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way into a library.
 *
 * @param organisation slug of the library's owner
 * @param fileName as its owner calls it
 * @param size of the whole file, in bytes
 * @param received bytes that are here, from its beginning; kept whatever happens to line, page and server
 * @param problem why it was refused; null otherwise
 * @param item code of what it became; null as long as it has become nothing
 */
public record Upload(UUID code, String organisation, String fileName, long size, long received, UploadState state,
        Message problem, UUID item, Instant changedAt) {

    public int percent() {
        return (int) (received * 100 / size);
    }
}
