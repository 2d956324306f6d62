package id.sanggar.media.inspection;

import id.sanggar.media.MediaKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** An Ogg recording, Opus or Vorbis: page upon page (RFC 3533), nothing between them and nothing after the last. */
final class OggPages {

    private static final int HEAD = 27;
    private static final int LAST = 4;

    private OggPages() {
    }

    static Inspected inspect(String name, Content content) {
        long at = 0;
        long samples = 0;
        double rate = 0;
        boolean ended = false;
        while (at < content.size()) {
            var head = content.read(at, HEAD + 255);
            if (!Inspection.has(head, 0, "OggS")) {
                throw Inspection.refusal("media.sound-trailing", name);
            }
            int segments = head.length < HEAD ? 255 : head[26] & 0xFF;
            if (head.length < HEAD + segments) {
                throw Inspection.refusal("media.sound-broken", name);
            }
            int length = 0;
            for (int i = 0; i < segments; i++) {
                length += head[HEAD + i] & 0xFF;
            }
            if (length > content.size() - at - HEAD - segments) {
                throw Inspection.refusal("media.sound-broken", name);
            }
            if (at == 0) {
                rate = rate(name, content.read(HEAD + segments, 64));
            }
            samples = Math.max(samples, ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(6));
            ended = (head[5] & LAST) != 0;
            at += HEAD + segments + length;
        }
        if (!ended) {
            throw Inspection.refusal("media.sound-broken", name);
        }
        return Inspected.played(MediaKind.AUDIO, "ogg", "audio/ogg", 0, 0, rate > 0 ? samples / rate : 0);
    }

    /** Samples a second, as the first page says. */
    private static double rate(String name, byte[] packet) {
        if (Inspection.has(packet, 0, "OpusHead")) {
            return 48_000;
        }
        if (Inspection.has(packet, 1, "vorbis") && packet.length >= 16) {
            return ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        }
        var codec = new String(packet, 0, Math.min(8, packet.length), StandardCharsets.US_ASCII)
                .replaceAll("[^A-Za-z0-9]", "");
        throw Inspection.refusal("media.film-codec", name, codec);
    }
}
