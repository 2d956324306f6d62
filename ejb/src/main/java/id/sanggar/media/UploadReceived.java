package id.sanggar.media;

import java.util.UUID;

/** All pieces of an upload are here. */
record UploadReceived(UUID upload) {
}
