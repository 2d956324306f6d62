package id.sanggar.certificate.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * A signature over all of a file of whatever origin. It is found by its bytes; nothing in the file is followed. Whether
 * it is of a certain key is decided by making the envelope of that key anew: no stranger's structure is taken apart but
 * the two numbers at its end.
 */
public final class FoundSignature {

    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*0 (\\d{1,8}) (\\d{1,8}) (\\d{1,8})\\s*]");
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-F]{8,}+");
    private static final int HALF = 32;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 72;

    private final byte[] digest;
    private final byte[] envelope;

    private FoundSignature(byte[] digest, byte[] envelope) {
        this.digest = digest;
        this.envelope = envelope;
    }

    /** @return empty if no signature covers the file to its end */
    public static Optional<FoundSignature> covering(byte[] file) {
        var ranges = RANGE.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (ranges.find()) {
            int from = Integer.parseInt(ranges.group(1));
            int to = Integer.parseInt(ranges.group(2));
            int rest = Integer.parseInt(ranges.group(3));
            if (from < to && to + rest == file.length && file[from] == '<' && file[to - 1] == '>') {
                MessageDigest digest = CompiledTemplate.digest();
                digest.update(file, 0, from);
                digest.update(file, to, rest);
                byte[] signed = digest.digest();
                return contents(file, from + 1, to - 1).map(envelope -> new FoundSignature(signed, envelope));
            }
        }
        return Optional.empty();
    }

    /** What stands there in hexadecimal and fills the place up with zeros: written as we write it, to the letter. */
    private static Optional<byte[]> contents(byte[] file, int from, int to) {
        String text = new String(file, from, to - from, StandardCharsets.ISO_8859_1);
        if (text.length() % 2 != 0 || !WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(text);
        int length = switch (bytes[1] & 0xFF) {
            case 0x81 -> 3 + (bytes[2] & 0xFF);
            case 0x82 -> 4 + ((bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF);
            default -> bytes.length + 1;
        };
        for (int at = length; at < bytes.length; at++) {
            if (bytes[at] != 0) {
                return Optional.empty();
            }
        }
        return length > bytes.length ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, length));
    }

    /**
     * Whether a key made it.
     *
     * @param verifies whether the second, two numbers of 32 bytes, is that key's signature of the first
     */
    public boolean isOf(Signet signet, BiPredicate<byte[], byte[]> verifies) {
        for (int length = SHORTEST; length <= LONGEST && length + 2 < envelope.length; length++) {
            byte[] numbers = numbers(envelope.length - length, length);
            if (numbers != null && Arrays.equals(signet.envelope(digest, numbers), envelope)) {
                return verifies.test(signet.signed(digest), numbers);
            }
        }
        return false;
    }

    /** Two numbers of 32 bytes, if two are written there that fill the place. */
    private byte[] numbers(int at, int length) {
        if (envelope[at] != Der.SEQUENCE || envelope[at + 1] != length - 2) {
            return null;
        }
        byte[] numbers = new byte[2 * HALF];
        int next = at + 2;
        for (int end = HALF; end <= 2 * HALF; end += HALF) {
            if (next + 2 > envelope.length || envelope[next] != Der.INTEGER) {
                return null;
            }
            int count = envelope[next + 1];
            int first = next + 2;
            next = first + count;
            if (count < 1 || count > HALF + 1 || next > envelope.length) {
                return null;
            }
            int kept = Math.min(count, HALF);
            System.arraycopy(envelope, next - kept, numbers, end - kept, kept);
        }
        return next == envelope.length ? numbers : null;
    }
}
