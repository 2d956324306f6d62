package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An MP4 or M4A: boxes in boxes (ISO/IEC 14496-12). The outermost must fill the file exactly; the film is not decoded,
 * but its tracks must be of codecs that phones and browsers play, for nothing is converted here.
 */
final class Boxes {

    /** Brands of pictures that phones wrap like films. */
    private static final Set<String> PICTURES = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1",
            "avif", "avis");
    private static final Set<String> KNOWN = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "moof", "mfra",
            "sidx", "styp", "emsg", "uuid", "meta", "pdin", "prft", "udta", "ssix", "udat", "mvex", "junk", "pnot");
    private static final Set<String> VIDEO_CODECS = Set.of("avc1", "avc3", "av01", "vp09");
    private static final Set<String> AUDIO_CODECS = Set.of("mp4a", "Opus", "fLaC", ".mp3");
    /** A table of contents larger than that is none. */
    private static final int LARGEST_INDEX = 16_000_000;

    private final String name;
    private final Content content;
    private boolean video;
    private boolean audio;
    private boolean index;
    private boolean data;
    private double seconds;
    private int width;
    private int height;

    private Boxes(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    /** @param beginning of the file, at least its first box */
    static MediaKind kind(String name, byte[] beginning) {
        var brand = letters(beginning, 8);
        if (PICTURES.contains(brand)) {
            throw Inspection.refusal("media.heic", name);
        }
        if (brand.equals("qt  ")) {
            throw Inspection.refusal("media.quicktime", name);
        }
        return brand.startsWith("M4A") || brand.startsWith("M4B") ? MediaKind.AUDIO : MediaKind.VIDEO;
    }

    static Inspected inspect(String name, Content content) {
        var boxes = new Boxes(name, content);
        boxes.walk();
        return boxes.result();
    }

    private Inspected result() {
        if (!index || !data || !video && !audio) {
            throw Inspection.refusal("media.film-broken", name);
        }
        return video
                ? Inspected.played(MediaKind.VIDEO, "mp4", "video/mp4", width, height, seconds)
                : Inspected.played(MediaKind.AUDIO, "m4a", "audio/mp4", 0, 0, seconds);
    }

    private void walk() {
        long at = 0;
        while (at < content.size()) {
            var head = content.read(at, 16);
            if (head.length < 8) {
                throw Inspection.refusal("media.film-trailing", name);
            }
            var type = letters(head, 4);
            long length = length(head, content.size() - at);
            if (!KNOWN.contains(type)) {
                throw Inspection.refusal("media.film-trailing", name);
            }
            if (length < 8 || length > content.size() - at) {
                throw Inspection.refusal("media.film-broken", name);
            }
            data |= type.equals("mdat");
            if (type.equals("moov")) {
                index(at, length);
            }
            at += length;
        }
    }

    private void index(long at, long length) {
        if (length > LARGEST_INDEX) {
            throw Inspection.refusal("media.film-broken", name);
        }
        index = true;
        var box = content.read(at, (int) length);
        inner(ByteBuffer.wrap(box, 8, box.length - 8), new Track());
    }

    /** What is told of a track, box by box. */
    private static final class Track {
        private int width;
        private int height;
        private String handler = "";
    }

    private void inner(ByteBuffer boxes, Track track) {
        while (boxes.remaining() >= 8) {
            int start = boxes.position();
            var head = new byte[Math.min(16, boxes.remaining())];
            boxes.duplicate().get(head);
            long length = length(head, boxes.remaining());
            if (length < 8 || length > boxes.remaining()) {
                throw Inspection.refusal("media.film-broken", name);
            }
            int begin = start + (ByteBuffer.wrap(head).getInt() == 1 ? 16 : 8);
            var body = boxes.duplicate().limit(start + (int) length).position(begin).slice();
            box(letters(head, 4), body, track);
            boxes.position(start + (int) length);
        }
    }

    private void box(String type, ByteBuffer body, Track track) {
        switch (type) {
            case "trak" -> inner(body, new Track());
            case "mdia", "minf", "stbl" -> inner(body, track);
            case "mvhd" -> duration(body);
            case "tkhd" -> measure(body, track);
            case "hdlr" -> track.handler = body.remaining() >= 12 ? letters(body, 8) : "";
            case "stsd" -> codec(body, track);
            default -> { }
        }
    }

    private void duration(ByteBuffer body) {
        if (body.remaining() < 32) {
            return;
        }
        boolean wide = body.get(0) == 1;
        long scale = Integer.toUnsignedLong(body.getInt(wide ? 20 : 12));
        long length = wide ? body.getLong(24) : Integer.toUnsignedLong(body.getInt(16));
        seconds = scale > 0 && length > 0 ? (double) length / scale : 0;
    }

    private static void measure(ByteBuffer body, Track track) {
        if (body.remaining() >= 84) {
            int end = body.get(0) == 1 ? 96 : 84;
            if (body.remaining() >= end) {
                track.width = body.getInt(end - 8) >>> 16;
                track.height = body.getInt(end - 4) >>> 16;
                // Rotated by a quarter: what was filmed upright.
                if (body.getInt(end - 44) == 0 && body.getInt(end - 40) != 0) {
                    int width = track.width;
                    track.width = track.height;
                    track.height = width;
                }
            }
        }
    }

    private void codec(ByteBuffer body, Track track) {
        var entry = body.remaining() >= 16 ? letters(body, 12) : "";
        if (track.handler.equals("vide") && !entry.equals("jpeg")) {
            require(VIDEO_CODECS, entry);
            video = true;
            width = track.width;
            height = track.height;
        } else if (track.handler.equals("soun")) {
            require(AUDIO_CODECS, entry);
            audio = true;
        }
    }

    private void require(Set<String> codecs, String entry) {
        if (!codecs.contains(entry)) {
            throw Inspection.refusal("media.film-codec", name, entry.strip());
        }
    }

    private static long length(byte[] head, long rest) {
        var numbers = ByteBuffer.wrap(head);
        long length = Integer.toUnsignedLong(numbers.getInt(0));
        if (length == 0) {
            return rest;
        }
        return length == 1 && head.length >= 16 ? numbers.getLong(8) : length;
    }

    private static String letters(byte[] bytes, int at) {
        return bytes.length < at + 4 ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static String letters(ByteBuffer bytes, int at) {
        var four = new byte[4];
        bytes.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
