package id.sanggar.certificate.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Deflater;

/** A growing run of bytes in PDF's notation. */
final class Pen {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** Half the time of the usual level for a tenth more bytes. */
    private static final int LEVEL = 4;

    private byte[] bytes;
    private int length;

    Pen(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    byte[] from(int start) {
        return Arrays.copyOfRange(bytes, start, length);
    }

    /** These bytes behind others, in one array. */
    byte[] after(byte[] others) {
        byte[] all = Arrays.copyOf(others, others.length + length);
        System.arraycopy(bytes, 0, all, others.length, length);
        return all;
    }

    void updateTo(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    void updateTo(MessageDigest digest, int from, int to) {
        digest.update(bytes, from, to - from);
    }

    void overwrite(int at, byte[] others) {
        System.arraycopy(others, 0, bytes, at, others.length);
    }

    /** @param at where the first of so many digits stands */
    void overwriteHex(int at, byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            bytes[at + 2 * i] = HEX[octets[i] >> 4 & 15];
            bytes[at + 2 * i + 1] = HEX[octets[i] & 15];
        }
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    Pen put(byte[] more) {
        return put(more, more.length);
    }

    Pen put(byte[] more, int count) {
        room(count);
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
        return this;
    }

    Pen put(int octet) {
        room(1);
        bytes[length++] = (byte) octet;
        return this;
    }

    /** ASCII text as it is. */
    @SuppressWarnings("deprecation")
    Pen put(String ascii) {
        room(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length += ascii.length();
        return this;
    }

    Pen number(int value) {
        if (value < 0) {
            return put('-').number(-value);
        }
        if (value > 9) {
            number(value / 10);
        }
        return put('0' + value % 10);
    }

    /** A length in points, to a thousandth. */
    Pen number(double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            put('-');
            thousandths = -thousandths;
        }
        number((int) (thousandths / 1000));
        int rest = (int) (thousandths % 1000);
        if (rest > 0) {
            put('.').put('0' + rest / 100);
            if (rest % 100 > 0) {
                put('0' + rest / 10 % 10);
            }
            if (rest % 10 > 0) {
                put('0' + rest % 10);
            }
        }
        return this;
    }

    /** Two bytes in hexadecimal, as glyphs are written. */
    Pen hex(int twoBytes) {
        return put(HEX[twoBytes >> 12 & 15]).put(HEX[twoBytes >> 8 & 15]).put(HEX[twoBytes >> 4 & 15])
                .put(HEX[twoBytes & 15]);
    }

    /** The highest octets of a word in hexadecimal. */
    Pen hexOctets(long word, int octets) {
        for (int shift = 60; shift > 60 - 8 * octets; shift -= 4) {
            put(HEX[(int) (word >>> shift) & 15]);
        }
        return this;
    }

    Pen zeros(int count) {
        room(count);
        Arrays.fill(bytes, length, length + count, (byte) '0');
        length += count;
        return this;
    }

    /** A text string in UTF-16 with its mark, as hexadecimal: nothing in it can end the string early. */
    Pen text(String value) {
        put("<FEFF");
        value.chars().forEach(this::hex);
        return put('>');
    }

    Pen bigEndian(long value, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            put((int) (value >> shift));
        }
        return this;
    }

    /**
     * A stream object with its data as they are. Not every build of Java compresses to the same bytes: what must be the
     * same after an upgrade goes in like this.
     */
    Pen plainStream(int object, Pen data) {
        return number(object).put(" 0 obj\n<</Length ").number(data.length).put(">>stream\n")
                .put(data.bytes, data.length).put("\nendstream\nendobj\n");
    }

    /** A stream object with its data compressed. */
    Pen deflatedStream(int object, Pen data) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(data.bytes, 0, data.length);
            deflater.finish();
            byte[] packed = new byte[data.length + 64];
            int size = deflater.deflate(packed);
            return number(object).put(" 0 obj\n<</Filter/FlateDecode/Length ").number(size).put(">>stream\n")
                    .put(packed, size).put("\nendstream\nendobj\n");
        } finally {
            deflater.end();
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
