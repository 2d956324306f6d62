package id.sanggar.certificate.pdf;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** As much of ASN.1's distinguished encoding as a signature needs. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** What is in brackets in the standards, as a structure. */
    static final int BRACKET_0 = 0xA0;

    private Der() {
    }

    static byte[] of(int tag, byte[]... contents) {
        byte[] joined = joined(contents);
        int size = joined.length;
        byte[] head = size < 0x80 ? new byte[] {(byte) tag, (byte) size}
                : size < 0x100 ? new byte[] {(byte) tag, (byte) 0x81, (byte) size}
                : size < 0x10000 ? new byte[] {(byte) tag, (byte) 0x82, (byte) (size >> 8), (byte) size}
                : new byte[] {(byte) tag, (byte) 0x83, (byte) (size >> 16), (byte) (size >> 8), (byte) size};
        return joined(head, joined);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A set whose members stand in the order that the encoding demands. */
    static byte[] setOf(byte[]... members) {
        byte[][] sorted = members.clone();
        Arrays.sort(sorted, Arrays::compareUnsigned);
        return of(SET, sorted);
    }

    /** An object identifier, such as {@code 1.2.840.113549.1.7.2}. */
    static byte[] identifier(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            int arc = Integer.parseInt(arcs[i]);
            for (int shift = 28; shift > 0; shift -= 7) {
                if (arc >> shift != 0) {
                    out.write(arc >> shift & 0x7F | 0x80);
                }
            }
            out.write(arc & 0x7F);
        }
        return of(0x06, out.toByteArray());
    }

    /** A number that is not negative, from its bytes. */
    static byte[] integer(byte[] from, int offset, int count) {
        int first = offset;
        while (first < offset + count - 1 && from[first] == 0) {
            first++;
        }
        byte[] digits = Arrays.copyOfRange(from, first, offset + count);
        return of(INTEGER, digits[0] < 0 ? joined(new byte[1], digits) : digits);
    }
}
