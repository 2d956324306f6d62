package id.sanggar.media.inspection;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, wherever they lie: read from any place, and never all at once unless they are few. */
public abstract class Content {

    private static final int PIECE = 65_536;

    /** In bytes. */
    public abstract long size();

    /**
     * What stands there.
     *
     * @param at from 0
     * @return fewer bytes than asked for where the file ends, none behind its end
     */
    public abstract byte[] read(long at, int length);

    /** These bytes. */
    public static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long at, int length) {
                int from = (int) Math.min(at, bytes.length);
                var piece = new byte[Math.min(length, bytes.length - from)];
                System.arraycopy(bytes, from, piece, 0, piece.length);
                return piece;
            }
        };
    }

    /** For files of kinds that are small by their limit. */
    byte[] whole() {
        return read(0, Math.toIntExact(size()));
    }

    /** From its beginning to its end. */
    public InputStream stream() {
        return new InputStream() {
            private byte[] piece = new byte[0];
            private int next;
            private long at;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (next == piece.length) {
                    piece = Content.this.read(at, PIECE);
                    at += piece.length;
                    next = 0;
                }
                if (piece.length == 0) {
                    return -1;
                }
                int count = Math.min(length, piece.length - next);
                System.arraycopy(piece, next, into, offset, count);
                next += count;
                return count;
            }
        };
    }
}
