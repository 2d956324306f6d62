package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A WebM: elements in elements (RFC 8794, 9559). What lies on the uppermost levels must fill the file exactly. */
final class Elements {

    private static final long HEADER = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282L;
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TIMESTAMP_SCALE = 0x2AD7B1L;
    private static final long DURATION = 0x4489L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAEL;
    private static final long CODEC = 0x86L;
    private static final long VIDEO = 0xE0L;
    private static final long PIXEL_WIDTH = 0xB0L;
    private static final long PIXEL_HEIGHT = 0xBAL;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long VOID = 0xECL;
    private static final long ATTACHMENTS = 0x1941A469L;
    /** SeekHead, Cues, Tags, Chapters, Void and CRC-32 besides those above. */
    private static final Set<Long> IN_SEGMENT = Set.of(0x114D9B74L, INFO, TRACKS, CLUSTER, 0x1C53BB6BL, 0x1254C367L,
            0x1043A770L, VOID, 0xBFL);
    /** What stands in a cluster, for a segment whose clusters do not tell their length. */
    private static final Set<Long> IN_CLUSTER = Set.of(0xE7L, 0xA3L, 0xA0L, 0xA7L, 0xABL, VOID, 0xBFL);
    private static final Set<String> CODECS = Set.of("V_VP8", "V_VP9", "V_AV1", "A_OPUS", "A_VORBIS");
    private static final int LARGEST_HEAD = 4_000_000;
    private static final long UNKNOWN = -1;

    private final String name;
    private final Content content;
    private boolean webm;
    private boolean clusters;
    private boolean video;
    private boolean audio;
    private double scale = 1_000_000;
    private double duration;
    private int width;
    private int height;

    private Elements(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    /** An element's head as it was read. */
    private record Head(long id, long length, int size) {
    }

    static Inspected inspect(String name, Content content) {
        var elements = new Elements(name, content);
        elements.walk();
        if (!elements.webm) {
            throw Inspection.refusal("media.other-film", name);
        }
        if (!elements.clusters || !elements.video && !elements.audio) {
            throw elements.broken();
        }
        double seconds = elements.duration * elements.scale / 1e9;
        return elements.video
                ? Inspected.played(MediaKind.VIDEO, "webm", "video/webm", elements.width, elements.height, seconds)
                : Inspected.played(MediaKind.AUDIO, "webm", "audio/webm", 0, 0, seconds);
    }

    private void walk() {
        long at = 0;
        while (at < content.size()) {
            var head = head(content.read(at, 12), 0);
            long rest = content.size() - at - head.size;
            boolean known = head.id == SEGMENT || head.id == HEADER || head.id == VOID;
            if (known && head.length > rest) {
                throw broken();
            }
            if (head.id == SEGMENT) {
                long length = head.length == UNKNOWN ? rest : head.length;
                segment(at + head.size, at + head.size + length);
                at += head.size + length;
            } else if (head.id == HEADER && head.length != UNKNOWN && head.length < 1000) {
                header(content.read(at + head.size, (int) head.length));
                at += head.size + head.length;
            } else if (head.id == VOID && head.length != UNKNOWN) {
                at += head.size + head.length;
            } else {
                throw Inspection.refusal("media.film-trailing", name);
            }
        }
    }

    private void segment(long from, long to) {
        long at = from;
        boolean open = false;
        while (at < to) {
            var head = head(content.read(at, 12), 0);
            if (head.id == ATTACHMENTS) {
                throw Inspection.refusal("media.film-attachment", name);
            }
            if (!IN_SEGMENT.contains(head.id) && !(open && IN_CLUSTER.contains(head.id))) {
                throw Inspection.refusal("media.film-trailing", name);
            }
            if (head.length == UNKNOWN && head.id != CLUSTER || head.length > to - at - head.size) {
                throw broken();
            }
            clusters |= head.id == CLUSTER;
            open = head.id == CLUSTER ? head.length == UNKNOWN : open;
            if ((head.id == INFO || head.id == TRACKS) && head.length <= LARGEST_HEAD) {
                inner(content.read(at + head.size, (int) head.length));
            }
            at += head.size + Math.max(0, head.length);
        }
    }

    private void header(byte[] body) {
        each(body, (head, value) -> {
            if (head.id == DOC_TYPE) {
                webm = text(value).equals("webm");
            }
        });
    }

    private void inner(byte[] body) {
        each(body, (head, value) -> {
            if (head.id == TIMESTAMP_SCALE) {
                scale = number(value);
            } else if (head.id == DURATION) {
                duration = value.length == 4 ? ByteBuffer.wrap(value).getFloat()
                        : value.length == 8 ? ByteBuffer.wrap(value).getDouble() : 0;
            } else if (head.id == TRACK || head.id == VIDEO) {
                inner(value);
            } else if (head.id == CODEC) {
                codec(text(value));
            } else if (head.id == PIXEL_WIDTH) {
                width = (int) Math.min(number(value), 100_000);
            } else if (head.id == PIXEL_HEIGHT) {
                height = (int) Math.min(number(value), 100_000);
            }
        });
    }

    private void codec(String codec) {
        if (!CODECS.contains(codec)) {
            throw Inspection.refusal("media.film-codec", name, codec);
        }
        video |= codec.startsWith("V_");
        audio |= codec.startsWith("A_");
    }

    @FunctionalInterface
    private interface Child {
        void accept(Head head, byte[] value);
    }

    private void each(byte[] body, Child child) {
        int at = 0;
        while (at < body.length) {
            var head = head(body, at);
            if (head.length == UNKNOWN || head.length > body.length - at - head.size) {
                throw broken();
            }
            var value = new byte[(int) head.length];
            System.arraycopy(body, at + head.size, value, 0, value.length);
            child.accept(head, value);
            at += head.size + value.length;
        }
    }

    private Head head(byte[] bytes, int at) {
        int idSize = at < bytes.length ? Integer.numberOfLeadingZeros(bytes[at] & 0xFF) - 23 : 9;
        int lengthAt = at + idSize;
        if (idSize > 4 || lengthAt >= bytes.length) {
            throw broken();
        }
        int lengthSize = Integer.numberOfLeadingZeros(bytes[lengthAt] & 0xFF) - 23;
        if (lengthSize > 8 || lengthAt + lengthSize > bytes.length) {
            throw broken();
        }
        long id = 0;
        for (int i = at; i < lengthAt; i++) {
            id = id << 8 | bytes[i] & 0xFF;
        }
        long length = bytes[lengthAt] & 0xFF >> lengthSize;
        boolean all = length == 0xFF >> lengthSize;
        for (int i = lengthAt + 1; i < lengthAt + lengthSize; i++) {
            length = length << 8 | bytes[i] & 0xFF;
            all &= bytes[i] == -1;
        }
        return new Head(id, all ? UNKNOWN : length, idSize + lengthSize);
    }

    private static long number(byte[] value) {
        long number = 0;
        for (byte digit : value) {
            number = number << 8 | digit & 0xFF;
        }
        return number;
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private RuntimeException broken() {
        return Inspection.refusal("media.film-broken", name);
    }
}
