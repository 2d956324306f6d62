package id.sanggar.media;

import java.util.UUID;

/**
 * A file that came, was found fit and is kept: what a draft names from now on.
 *
 * @param name in the library; another than asked for, where that one was taken or its ending said something else
 * @param sha256 of what is kept, which for a picture is not what came
 * @param item in the library; null for subtitles and transcripts, which belong to another file
 */
public record AcceptedMedia(String name, String sha256, String contentType, long size, UUID item) {
}
