package id.sanggar.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips that no honest program would write: each field of it can lie. */
final class RawZip {

    private final ByteArrayOutputStream locals = new ByteArrayOutputStream();
    private final List<byte[]> centrals = new ArrayList<>();

    /** What can be said of an entry, true or not. */
    static final class Entry {
        private byte[] name;
        private byte[] localName;
        private byte[] data;
        private int method = 8;
        private int flags = 0x800;
        private int size = -1;
        private int packed = -1;
        private int crc;
        private boolean crcGiven;
        private int attributes;
        private int madeBy = 20;
        private int offset = -1;

        Entry(String name, byte[] data) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.data = data;
        }

        Entry nameBytes(byte[] bytes) {
            name = bytes;
            return this;
        }

        Entry localName(String other) {
            localName = other.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        Entry method(int other) {
            method = other;
            return this;
        }

        Entry flags(int other) {
            flags = other;
            return this;
        }

        Entry size(int other) {
            size = other;
            return this;
        }

        Entry packed(int other) {
            packed = other;
            return this;
        }

        Entry crc(int other) {
            crc = other;
            crcGiven = true;
            return this;
        }

        Entry unixMode(int mode) {
            madeBy = 3 << 8 | 20;
            attributes = mode << 16;
            return this;
        }

        Entry at(int other) {
            offset = other;
            return this;
        }
    }

    RawZip add(Entry entry) {
        var stored = entry.method == 8 ? deflated(entry.data) : entry.data;
        var sum = new CRC32();
        sum.update(entry.data);
        var crc = entry.crcGiven ? entry.crc : (int) sum.getValue();
        var size = entry.size < 0 ? entry.data.length : entry.size;
        var packed = entry.packed < 0 ? stored.length : entry.packed;
        var offset = entry.offset < 0 ? locals.size() : entry.offset;
        if (entry.offset < 0) {
            var local = entry.localName == null ? entry.name : entry.localName;
            var head = buffer(30).putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags)
                    .putShort((short) entry.method).putInt(0).putInt(crc).putInt(packed).putInt(size)
                    .putShort((short) local.length).putShort((short) 0);
            locals.writeBytes(head.array());
            locals.writeBytes(local);
            locals.writeBytes(stored);
        }
        var central = buffer(46 + entry.name.length).putInt(0x02014b50).putShort((short) entry.madeBy)
                .putShort((short) 20).putShort((short) entry.flags).putShort((short) entry.method).putInt(0)
                .putInt(crc).putInt(packed).putInt(size).putShort((short) entry.name.length).putShort((short) 0)
                .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(entry.attributes).putInt(offset)
                .put(entry.name);
        centrals.add(central.array());
        return this;
    }

    RawZip add(String name, String text) {
        return add(new Entry(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        return bytes(centrals.size(), "");
    }

    byte[] bytes(int said, String comment) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(locals.toByteArray());
        var start = out.size();
        centrals.forEach(out::writeBytes);
        var end = buffer(22).putInt(0x06054b50).putInt(0).putShort((short) said).putShort((short) said)
                .putInt(out.size() - start).putInt(start).putShort((short) comment.length());
        out.writeBytes(end.array());
        out.writeBytes(comment.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] data) {
        var deflater = new Deflater(9, true);
        deflater.setInput(data);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var piece = new byte[65_536];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
