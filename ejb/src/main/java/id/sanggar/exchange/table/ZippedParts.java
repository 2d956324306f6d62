package id.sanggar.exchange.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The files in a zip, found by the list at its end as spreadsheets find them, and each opened where it lies: none but
 * those that are read is unpacked. Follows APPNOTE.TXT 6.3.10 of PKWARE, without ZIP64.
 */
final class ZippedParts {

    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int CENTRAL_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LONGEST_LIST = 4_000_000;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 0x2041;
    private final TableFormat.Source file;
    private final TableLimits limits;
    private final Map<String, Part> parts = new HashMap<>();

    private record Part(long at, long packed, boolean deflated) {
    }

    /** @throws UnreadableTable if there is anything about its list that is not as it should be */
    ZippedParts(TableFormat.Source file, TableLimits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        try {
            list();
        } catch (IndexOutOfBoundsException | IllegalArgumentException pointsOutside) {
            throw broken();
        }
    }

    private static UnreadableTable broken() {
        return new UnreadableTable("exchange.people-excel-broken");
    }

    private ByteBuffer bytes(long from, int most) throws IOException {
        try (var in = file.open(from)) {
            return ByteBuffer.wrap(in.readNBytes(most)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private void list() throws IOException {
        var from = Math.max(0, file.size() - END_SIZE - LONGEST_COMMENT);
        var tail = bytes(from, END_SIZE + LONGEST_COMMENT);
        var end = tail.limit() - END_SIZE;
        while (tail.getInt(end) != END || end + END_SIZE + unsigned(tail, end + 20) != tail.limit()) {
            end--;
        }
        var size = Integer.toUnsignedLong(tail.getInt(end + 12));
        var start = Integer.toUnsignedLong(tail.getInt(end + 16));
        if (size > LONGEST_LIST || start + size > file.size()) {
            throw broken();
        }
        var list = bytes(start, (int) size);
        var at = 0;
        while (at < list.limit()) {
            if (list.getInt(at) != CENTRAL || (unsigned(list, at + 8) & ENCRYPTED) != 0) {
                throw broken();
            }
            var method = unsigned(list, at + 10);
            var name = new byte[unsigned(list, at + 28)];
            list.get(at + CENTRAL_SIZE, name);
            parts.putIfAbsent(new String(name, StandardCharsets.UTF_8),
                    new Part(Integer.toUnsignedLong(list.getInt(at + 42)),
                            Integer.toUnsignedLong(list.getInt(at + 20)), method == DEFLATED));
            at += CENTRAL_SIZE + name.length + unsigned(list, at + 30) + unsigned(list, at + 32);
        }
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    /** @return empty if there is no such part */
    Optional<InputStream> open(String name) throws IOException {
        var part = parts.get(name);
        if (part == null) {
            return Optional.empty();
        }
        var head = bytes(part.at, LOCAL_SIZE);
        if (head.limit() < LOCAL_SIZE || head.getInt(0) != LOCAL) {
            throw broken();
        }
        var data = part.at + LOCAL_SIZE + unsigned(head, 26) + unsigned(head, 28);
        var packed = new Limited(new BufferedInputStream(file.open(data)), part.packed);
        return Optional.of(new Limited(part.deflated
                ? new InflaterInputStream(packed, new Inflater(true), 65_536)
                : packed, limits.bytes()) {
            @Override
            void over() throws IOException {
                throw new UnreadableTable("exchange.people-too-many-rows", limits.rows());
            }
        });
    }

    /** No more of a stream than that. */
    private static class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long most) {
            super(in);
            left = most;
        }

        /** There would be more. */
        void over() throws IOException {
            // What follows is another part.
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (left <= 0) {
                over();
                return -1;
            }
            var read = super.read(bytes, from, (int) Math.min(most, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
