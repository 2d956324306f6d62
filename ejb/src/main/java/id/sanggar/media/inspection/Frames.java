package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;

/** An MP3: frame after frame (ISO/IEC 11172-3, 13818-3), between labels that tell title and artist. */
final class Frames {

    private static final int[] MPEG1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] MPEG2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] RATES = {44_100, 48_000, 32_000, 0};
    private static final int WINDOW = 262_144;

    private final String name;
    private final Content content;
    private byte[] window = new byte[0];
    private long windowAt;

    private Frames(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    /** A frame's head. */
    private record Frame(int length, double seconds) {
    }

    static boolean begin(byte[] beginning) {
        var first = beginning.length < 4 ? null : frame(beginning, 0);
        return first != null && beginning.length >= first.length + 4 && frame(beginning, first.length) != null;
    }

    static Inspected inspect(String name, Content content) {
        return new Frames(name, content).walk();
    }

    private Inspected walk() {
        long at = label();
        double seconds = 0;
        int count = 0;
        while (at < content.size()) {
            var head = at(at);
            var frame = head.length < 4 ? null : frame(head, 0);
            if (frame == null) {
                at = closing(at, head, count);
                continue;
            }
            if (frame.length > content.size() - at) {
                throw Inspection.refusal("media.sound-broken", name);
            }
            seconds += frame.seconds;
            count++;
            at += frame.length;
        }
        if (count < 2) {
            throw Inspection.refusal("media.sound-broken", name);
        }
        return Inspected.played(MediaKind.AUDIO, "mp3", "audio/mpeg", 0, 0, seconds);
    }

    /** Where the label before the sound ends. */
    private long label() {
        var head = content.read(0, 10);
        if (!Inspection.has(head, 0, "ID3") || head.length < 10) {
            return 0;
        }
        long length = (head[6] & 0x7F) << 21 | (head[7] & 0x7F) << 14 | (head[8] & 0x7F) << 7 | head[9] & 0x7F;
        long at = 10 + length + ((head[5] & 0x10) != 0 ? 10 : 0);
        // Some leave room behind it.
        while (at < content.size() && at(at).length > 0 && at(at)[0] == 0) {
            at++;
        }
        return at;
    }

    /** Where the label behind the sound ends, which must be the end. */
    private long closing(long at, byte[] head, int count) {
        long rest = content.size() - at;
        boolean label = count > 1 && (Inspection.has(head, 0, "TAG") && rest == 128
                || Inspection.has(head, 0, "APETAGEX") && rest < 1_000_000
                || Inspection.has(head, 0, "LYRICSBEGIN") && rest < 1_000_000);
        if (!label) {
            throw Inspection.refusal(count > 1 ? "media.sound-trailing" : "media.sound-broken", name);
        }
        return content.size();
    }

    private byte[] at(long at) {
        if (at < windowAt || at + 16 > windowAt + window.length && windowAt + window.length < content.size()) {
            windowAt = at;
            window = content.read(at, WINDOW);
        }
        int from = (int) (at - windowAt);
        var head = new byte[Math.max(0, Math.min(16, window.length - from))];
        System.arraycopy(window, from, head, 0, head.length);
        return head;
    }

    private static Frame frame(byte[] bytes, int at) {
        int head = (bytes[at] & 0xFF) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
        int version = head >>> 19 & 3;
        int layer = head >>> 17 & 3;
        int kilobits = (version == 3 ? MPEG1 : MPEG2)[head >>> 12 & 15];
        int rate = RATES[head >>> 10 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        if (head >>> 21 != 0x7FF || version == 1 || layer != 1 || kilobits == 0 || rate == 0) {
            return null;
        }
        int samples = version == 3 ? 1152 : 576;
        return new Frame(samples / 8 * kilobits * 1000 / rate + (head >>> 9 & 1), (double) samples / rate);
    }
}
