package id.sanggar.certificate.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A QR code as rows of bits, the lowest bit leftmost. ISO/IEC 18004 wants all eight masks weighed against each other;
 * most of an encoder's time goes there. Here a row is weighed in one go, with the same result.
 */
final class QrCode {

    /** The largest version whose rows fit into a long; more than 200 letters at level M. */
    private static final int LARGEST = 10;
    private static final int MASKS = 8;
    private static final AtomicReferenceArray<Grid> GRIDS = new AtomicReferenceArray<>(LARGEST + 1);

    private QrCode() {
    }

    /** @throws WriterException if the text is too long */
    static long[] rows(String text) throws WriterException {
        QRCode code = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_MASK_PATTERN, 0));
        int version = code.getVersion().getVersionNumber();
        if (version > LARGEST) {
            throw new WriterException("Too long for a QR code of version " + LARGEST);
        }
        long[] unmasked = Grid.rows(code.getMatrix());
        Grid grid = GRIDS.get(version);
        if (grid == null) {
            grid = Grid.of(code.getVersion());
            GRIDS.set(version, grid);
        }
        long[] best = null;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < MASKS; mask++) {
            long[] rows = grid.masked(unmasked, mask);
            int penalty = penalty(rows);
            if (penalty < least) {
                least = penalty;
                best = rows;
            }
        }
        return best;
    }

    private static int penalty(long[] rows) {
        int size = rows.length;
        long pairs = (1L << size - 1) - 1;
        long[] columns = new long[size];
        int blocks = 0;
        int dark = 0;
        for (int y = 0; y < size; y++) {
            dark += Long.bitCount(rows[y]);
            for (int x = 0; x < size; x++) {
                columns[x] |= (rows[y] >> x & 1) << y;
            }
            if (y + 1 < size) {
                blocks += Long.bitCount(alike(rows[y]) & alike(rows[y + 1]) & ~(rows[y] ^ rows[y + 1]) & pairs);
            }
        }
        int lines = 0;
        for (int i = 0; i < size; i++) {
            lines += line(rows[i], size) + line(columns[i], size);
        }
        int all = size * size;
        return lines + 3 * blocks + Math.abs(dark * 2 - all) * 10 / all * 10;
    }

    /** Runs of five and more of one colour, and what looks like a finder pattern beside light. */
    private static int line(long row, int size) {
        long same = alike(row) & (1L << size - 1) - 1;
        long runs = same & same >> 1 & same >> 2 & same >> 3;
        long finder = row & ~(row >> 1) & row >> 2 & row >> 3 & row >> 4 & ~(row >> 5) & row >> 6;
        long lightAfter = ~(row >> 7 | row >> 8 | row >> 9 | row >> 10) & (1L << size - 10) - 1;
        long lightBefore = ~(row << 1 | row << 2 | row << 3 | row << 4) & -1L << 4;
        return Long.bitCount(runs) + 2 * Long.bitCount(runs & ~(runs << 1))
                + 40 * Long.bitCount(finder & (lightAfter | lightBefore));
    }

    private static long alike(long row) {
        return ~(row ^ row >> 1);
    }

    /** What is the same in all codes of a version: where data lies, and around it the patterns for each mask. */
    private record Grid(long[] data, long[][] patterns, long[][] masks) {

        static Grid of(Version version) throws WriterException {
            int size = version.getDimensionForVersion();
            long[] data = new long[size];
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    data[y] |= isData(version, x, y) ? 1L << x : 0;
                }
            }
            long[][] patterns = new long[MASKS][];
            long[][] masks = new long[MASKS][size];
            for (int mask = 0; mask < MASKS; mask++) {
                patterns[mask] = rows(Encoder.encode("0", ErrorCorrectionLevel.M, Map.of(
                        EncodeHintType.QR_MASK_PATTERN, mask, EncodeHintType.QR_VERSION,
                        version.getVersionNumber())).getMatrix());
                for (int y = 0; y < size; y++) {
                    patterns[mask][y] &= ~data[y];
                    for (int x = 0; x < size; x++) {
                        masks[mask][y] |= isMasked(mask, x, y) ? 1L << x : 0;
                    }
                }
            }
            return new Grid(data, patterns, masks);
        }

        long[] masked(long[] withMaskZero, int mask) {
            long[] rows = new long[data.length];
            for (int y = 0; y < rows.length; y++) {
                rows[y] = (withMaskZero[y] ^ masks[0][y] ^ masks[mask][y]) & data[y] | patterns[mask][y];
            }
            return rows;
        }

        static long[] rows(ByteMatrix matrix) {
            long[] rows = new long[matrix.getHeight()];
            for (int y = 0; y < rows.length; y++) {
                byte[] modules = matrix.getArray()[y];
                for (int x = 0; x < modules.length; x++) {
                    rows[y] |= (long) modules[x] << x;
                }
            }
            return rows;
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
