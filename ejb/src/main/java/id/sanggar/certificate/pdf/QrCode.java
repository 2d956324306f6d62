package id.sanggar.certificate.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A QR code of level M as rows of bits, the lowest bit leftmost, two longs to a row. What follows the first {@code #}
 * is written in 5.5 bits a letter where its letters allow. ISO/IEC 18004 wants all eight masks weighed against each
 * other; most of an encoder's time goes there. Here a whole row is weighed against the next ones in one go, and the
 * columns beside it, with the same result.
 */
public final class QrCode {

    private static final int SMALLEST = 1;
    /** Holds a fragment of 840 letters behind an address of 100. */
    private static final int LARGEST = 20;
    private static final int MASKS = 8;
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final byte[] VALUES = new byte[128];
    private static final AtomicReferenceArray<Grid> GRIDS = new AtomicReferenceArray<>(LARGEST + 1);

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHANUMERIC.length(); i++) {
            VALUES[ALPHANUMERIC.charAt(i)] = (byte) i;
        }
    }

    private QrCode() {
    }

    /**
     * @param text in Latin-1
     * @throws WriterException if the text is too long
     */
    public static long[] rows(String text) throws WriterException {
        byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
        int dense = dense(letters);
        for (int version = SMALLEST; version <= LARGEST; version++) {
            int bits = Segments.bits(version, dense, letters.length - dense);
            if (bits <= 8 * Grid.capacity(version)) {
                return grid(version).rows(Segments.of(version, letters, dense, Grid.capacity(version)));
            }
        }
        throw new WriterException("Too long for a QR code of version " + LARGEST);
    }

    /** Where the letters begin that can be written densely. */
    private static int dense(byte[] letters) {
        int from = 0;
        while (from < letters.length && letters[from] != '#') {
            from++;
        }
        for (int i = from + 1; i < letters.length; i++) {
            if (letters[i] < 0 || VALUES[letters[i]] < 0) {
                return letters.length;
            }
        }
        return Math.min(from + 1, letters.length);
    }

    private static Grid grid(int version) throws WriterException {
        Grid grid = GRIDS.get(version);
        if (grid == null) {
            grid = Grid.of(Version.getVersionForNumber(version));
            GRIDS.set(version, grid);
        }
        return grid;
    }

    /** The text as bits: a run of bytes, then a run of dense letters. */
    private static final class Segments {

        private static final int BYTES = 4;
        private static final int DENSE = 2;
        private static final int FIRST_LARGER = 10;

        private final byte[] data;
        private int length;

        private Segments(int capacity) {
            data = new byte[capacity];
        }

        static int bits(int version, int bytes, int dense) {
            return 4 + (version < FIRST_LARGER ? 8 : 16) + 8 * bytes
                    + (dense == 0 ? 0 : 4 + (version < FIRST_LARGER ? 9 : 11) + dense / 2 * 11 + dense % 2 * 6);
        }

        static byte[] of(int version, byte[] letters, int dense, int capacity) {
            Segments segments = new Segments(capacity);
            segments.put(BYTES, 4);
            segments.put(dense, version < FIRST_LARGER ? 8 : 16);
            for (int i = 0; i < dense; i++) {
                segments.put(letters[i] & 255, 8);
            }
            if (dense < letters.length) {
                segments.put(DENSE, 4);
                segments.put(letters.length - dense, version < FIRST_LARGER ? 9 : 11);
                int i = dense;
                for (; i + 1 < letters.length; i += 2) {
                    segments.put(VALUES[letters[i]] * 45 + VALUES[letters[i + 1]], 11);
                }
                if (i < letters.length) {
                    segments.put(VALUES[letters[i]], 6);
                }
            }
            segments.fill();
            return segments.data;
        }

        private void put(int value, int bits) {
            int left = bits;
            while (left > 0) {
                int free = 8 - length % 8;
                int taken = Math.min(free, left);
                data[length / 8] |= (byte) ((value >> left - taken & (1 << taken) - 1) << free - taken);
                length += taken;
                left -= taken;
            }
        }

        /** An end of up to four zero bits, and the filling that the standard prescribes. */
        private void fill() {
            int from = Math.min(data.length, (length + 4 + 7) / 8);
            for (int i = from; i < data.length; i++) {
                data[i] = (byte) ((i - from) % 2 == 0 ? 0xEC : 0x11);
            }
        }
    }

    /** A block's correction: the remainder of its data by a polynomial, a byte at a time. */
    private static final class Remainder {

        private static final int FIELD = 0x11D;

        private final int length;
        /** For each first byte what to take away, in four longs. */
        private final long[] table = new long[256 * 4];

        Remainder(int length) {
            this.length = length;
            int[] polynomial = new int[length + 1];
            polynomial[0] = 1;
            int root = 1;
            for (int degree = 1; degree <= length; degree++) {
                for (int i = degree; i > 0; i--) {
                    polynomial[i] ^= product(polynomial[i - 1], root);
                }
                root = product(root, 2);
            }
            for (int first = 0; first < 256; first++) {
                for (int i = 0; i < length; i++) {
                    table[4 * first + i / 8] |= (long) product(polynomial[i + 1], first) << 56 - i % 8 * 8;
                }
            }
        }

        private static int product(int left, int right) {
            int product = 0;
            for (int bit = 7; bit >= 0; bit--) {
                product = product << 1 ^ (product >> 7) * FIELD;
                product ^= (right >> bit & 1) * left;
            }
            return product;
        }

        void of(byte[] data, int from, int to, byte[] corrections, int at) {
            long a = 0;
            long b = 0;
            long c = 0;
            long d = 0;
            for (int i = from; i < to; i++) {
                int entry = 4 * ((int) (a >>> 56) ^ data[i] & 255);
                a = (a << 8 | b >>> 56) ^ table[entry];
                b = (b << 8 | c >>> 56) ^ table[entry + 1];
                c = (c << 8 | d >>> 56) ^ table[entry + 2];
                d = d << 8 ^ table[entry + 3];
            }
            long[] all = {a, b, c, d};
            for (int i = 0; i < length; i++) {
                corrections[at + i] = (byte) (all[i / 8] >>> 56 - i % 8 * 8);
            }
        }
    }

    /**
     * What is the same in all codes of a version. Modules are kept in lines of four longs: line i holds row i in its
     * first two and column i in the others, so that what runs along a column and what runs along a row are weighed by
     * the same step from line to line.
     */
    private static final class Grid {

        private static final int LINE = 4;

        private final int size;
        private final int[] blocks;
        private final Remainder remainder;
        /** Column and row of each bit: of the data, block by block, then of their corrections. */
        private final byte[] columns;
        private final byte[] rows;
        private final long[][] patterns = new long[MASKS][];
        private final long[][] masks = new long[MASKS][];

        private Grid(Version version) throws WriterException {
            size = version.getDimensionForVersion();
            Version.ECBlocks structure = version.getECBlocksForLevel(ErrorCorrectionLevel.M);
            remainder = new Remainder(structure.getECCodewordsPerBlock());
            List<Integer> lengths = new ArrayList<>();
            for (Version.ECB group : structure.getECBlocks()) {
                for (int i = 0; i < group.getCount(); i++) {
                    lengths.add(group.getDataCodewords());
                }
            }
            blocks = lengths.stream().mapToInt(Integer::intValue).toArray();
            columns = new byte[8 * version.getTotalCodewords()];
            rows = new byte[columns.length];
            place(version);
            for (int mask = 0; mask < MASKS; mask++) {
                ByteMatrix any = Encoder.encode("0", ErrorCorrectionLevel.M, Map.of(
                        EncodeHintType.QR_MASK_PATTERN, mask, EncodeHintType.QR_VERSION,
                        version.getVersionNumber())).getMatrix();
                patterns[mask] = new long[LINE * size];
                masks[mask] = new long[LINE * size];
                for (int y = 0; y < size; y++) {
                    for (int x = 0; x < size; x++) {
                        boolean data = isData(version, x, y);
                        set(patterns[mask], x, y, !data && any.get(x, y) == 1 ? 1 : 0);
                        set(masks[mask], x, y, data && isMasked(mask, x, y) ? 1 : 0);
                    }
                }
            }
        }

        static Grid of(Version version) throws WriterException {
            return new Grid(version);
        }

        static int capacity(int version) {
            Version known = Version.getVersionForNumber(version);
            return known.getTotalCodewords() - known.getECBlocksForLevel(ErrorCorrectionLevel.M).getTotalECCodewords();
        }

        /** Finds the place of each bit: the standard interleaves the blocks and winds upwards and downwards. */
        private void place(Version version) {
            int[] first = new int[blocks.length];
            int data = 0;
            for (int block = 0; block < blocks.length; block++) {
                first[block] = data;
                data += blocks[block];
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < blocks[blocks.length - 1]; i++) {
                for (int block = 0; block < blocks.length; block++) {
                    if (i < blocks[block]) {
                        order.add(first[block] + i);
                    }
                }
            }
            for (int i = 0; i < remainder.length; i++) {
                for (int block = 0; block < blocks.length; block++) {
                    order.add(data + block * remainder.length + i);
                }
            }
            int bit = 0;
            boolean upwards = true;
            for (int right = size - 1; right > 0; right -= 2) {
                right -= right == 6 ? 1 : 0;
                for (int step = 0; step < size; step++) {
                    int y = upwards ? size - 1 - step : step;
                    for (int x = right; x > right - 2; x--) {
                        if (bit < columns.length && isData(version, x, y)) {
                            int at = 8 * order.get(bit / 8) + bit % 8;
                            columns[at] = (byte) x;
                            rows[at] = (byte) y;
                            bit++;
                        }
                    }
                }
                upwards = !upwards;
            }
        }

        long[] rows(byte[] data) {
            byte[] corrections = new byte[blocks.length * remainder.length];
            int from = 0;
            for (int block = 0; block < blocks.length; block++) {
                remainder.of(data, from, from + blocks[block], corrections, block * remainder.length);
                from += blocks[block];
            }
            long[] unmasked = new long[LINE * size];
            put(data, 0, unmasked);
            put(corrections, data.length, unmasked);
            long[] lines = new long[unmasked.length];
            long[] scratch = new long[unmasked.length];
            int best = 0;
            int least = Integer.MAX_VALUE;
            for (int mask = 0; mask < MASKS; mask++) {
                masked(unmasked, mask, lines);
                int penalty = penalty(lines, scratch);
                if (penalty < least) {
                    least = penalty;
                    best = mask;
                }
            }
            masked(unmasked, best, lines);
            long[] result = new long[2 * size];
            for (int y = 0; y < size; y++) {
                result[2 * y] = lines[LINE * y];
                result[2 * y + 1] = lines[LINE * y + 1];
            }
            return result;
        }

        private void put(byte[] codewords, int number, long[] lines) {
            int bit = 8 * number;
            for (byte codeword : codewords) {
                for (int shift = 7; shift >= 0; shift--) {
                    set(lines, columns[bit], rows[bit], codeword >> shift & 1);
                    bit++;
                }
            }
        }

        private static void set(long[] lines, int x, int y, long bit) {
            lines[LINE * y + (x >> 6)] |= bit << x;
            lines[LINE * x + 2 + (y >> 6)] |= bit << y;
        }

        private void masked(long[] unmasked, int mask, long[] lines) {
            long[] toggled = masks[mask];
            long[] fixed = patterns[mask];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = unmasked[i] ^ toggled[i] | fixed[i];
            }
        }

        private int penalty(long[] lines, long[] scratch) {
            int dark = 0;
            int blocksOfOne = 0;
            for (int i = 0; i < lines.length; i += LINE) {
                dark += Long.bitCount(lines[i]) + Long.bitCount(lines[i + 1]);
            }
            long low = size < 64 ? (1L << size) - 1 : -1;
            long high = size > 64 ? (1L << size) - 1 : 0;
            int last = lines.length - LINE;
            for (int i = 0; i < last; i += 2) {
                scratch[i] = ~(lines[i] ^ lines[i + LINE]) & low;
                scratch[i + 1] = ~(lines[i + 1] ^ lines[i + 5]) & high;
            }
            // the last module of a line has no neighbour
            long pairs = size <= 64 ? low >>> 1 : -1;
            long pairsAbove = high >>> 1;
            for (int i = 0; i < last; i += LINE) {
                long row = lines[i];
                long above = lines[i + 1];
                long same = scratch[i];
                long sameAbove = scratch[i + 1];
                blocksOfOne += Long.bitCount(same & (same >>> 1 | sameAbove << 63) & ~(row ^ (row >>> 1 | above << 63))
                        & pairs) + Long.bitCount(sameAbove & sameAbove >>> 1 & ~(above ^ above >>> 1) & pairsAbove);
            }
            int all = size * size;
            return runs(scratch, last) + 3 * blocksOfOne + 40 * finders(lines)
                    + Math.abs(dark * 2 - all) * 10 / all * 10;
        }

        /** Five and more of one colour. */
        private static int runs(long[] same, int end) {
            int penalty = 0;
            for (int i = 0; i < LINE; i++) {
                long before = 0;
                for (int j = i; j + 3 * LINE < end; j += LINE) {
                    long run = same[j] & same[j + LINE] & same[j + 2 * LINE] & same[j + 3 * LINE];
                    penalty += Long.bitCount(run) + 2 * Long.bitCount(run & ~before);
                    before = run;
                }
            }
            return penalty;
        }

        /** What looks like a finder pattern beside light. */
        private static int finders(long[] lines) {
            int found = 0;
            for (int i = 0; i + 6 * LINE < lines.length; i++) {
                long finder = lines[i] & ~lines[i + LINE] & lines[i + 2 * LINE] & lines[i + 3 * LINE]
                        & lines[i + 4 * LINE] & ~lines[i + 5 * LINE] & lines[i + 6 * LINE];
                if (finder != 0) {
                    long light = i < 4 * LINE ? 0 : ~(lines[i - LINE] | lines[i - 2 * LINE] | lines[i - 3 * LINE]
                            | lines[i - 4 * LINE]);
                    light |= i + 10 * LINE >= lines.length ? 0 : ~(lines[i + 7 * LINE] | lines[i + 8 * LINE]
                            | lines[i + 9 * LINE] | lines[i + 10 * LINE]);
                    found += Long.bitCount(finder & light);
                }
            }
            return found;
        }

        private static boolean isData(Version version, int x, int y) {
            int size = version.getDimensionForVersion();
            boolean finder = x < 9 && y < 9 || x >= size - 8 && y < 9 || x < 9 && y >= size - 8;
            boolean timing = x == 6 || y == 6;
            boolean number = version.getVersionNumber() >= 7
                    && (x >= size - 11 && y < 6 || y >= size - 11 && x < 6);
            if (finder || timing || number) {
                return false;
            }
            int[] centres = version.getAlignmentPatternCenters();
            for (int i = 0; i < centres.length; i++) {
                for (int j = 0; j < centres.length; j++) {
                    boolean corner = i == 0 && j == 0 || i == 0 && j == centres.length - 1
                            || i == centres.length - 1 && j == 0;
                    if (!corner && Math.abs(x - centres[i]) < 3 && Math.abs(y - centres[j]) < 3) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** ISO/IEC 18004, table 10. */
        private static boolean isMasked(int mask, int x, int y) {
            return switch (mask) {
                case 0 -> (x + y) % 2 == 0;
                case 1 -> y % 2 == 0;
                case 2 -> x % 3 == 0;
                case 3 -> (x + y) % 3 == 0;
                case 4 -> (y / 2 + x / 3) % 2 == 0;
                case 5 -> x * y % 2 + x * y % 3 == 0;
                case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
                default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
            };
        }
    }
}
