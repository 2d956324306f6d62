package id.sanggar.exchange.members;

import id.sanggar.exchange.table.TableFormat;
import id.sanggar.identity.NikKey;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The files of imports as they came, piece by piece, encrypted: they hold numbers of identity cards, which lie open
 * nowhere. AES-256 in Galois/Counter mode; a piece is bound to its import and its place.
 */
@ApplicationScoped
class SealedPieces {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private Sql sql;

    @Inject
    private NikKey nikKey;

    private SecretKeySpec key;

    @PostConstruct
    void open() {
        key = new SecretKeySpec(nikKey.keyFor("member imports"), "AES");
    }

    void put(long importId, long at, byte[] piece) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, importId, at).doFinal(piece);
            sql.write("insert into member_import_piece (import_id, at, sealed) values (?, ?, ?)", importId, at,
                    ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A piece of a table of members cannot be encrypted", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long importId, long at) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES).putLong(importId).putLong(at).flip());
        return cipher;
    }

    /** The whole file; a piece at a time is in memory. */
    TableFormat.Source file(long importId, long size) {
        return new TableFormat.Source(size, from -> {
            var pieces = new Pieces(importId, from / MemberImports.PIECE * MemberImports.PIECE);
            pieces.skipNBytes(from % MemberImports.PIECE);
            return pieces;
        });
    }

    void drop(long importId) {
        sql.write("delete from member_import_piece where import_id = ?", importId);
    }

    private byte[] piece(long importId, long at) throws IOException {
        var sealed = sql.row("select sealed from member_import_piece where import_id = ? and at = ?",
                row -> row.getBytes(1), importId, at);
        if (sealed.isEmpty()) {
            return new byte[0];
        }
        try {
            var nonce = new byte[NONCE];
            var bytes = ByteBuffer.wrap(sealed.get()).get(nonce);
            return cipher(Cipher.DECRYPT_MODE, nonce, importId, at)
                    .doFinal(sealed.get(), bytes.position(), bytes.remaining());
        } catch (GeneralSecurityException otherKey) {
            throw new IOException("A piece of import " + importId + " is not of this key", otherKey);
        }
    }

    /** @throws NotFound if it is gone, as it is after some time */
    void require(long importId) {
        if (sql.row("select 1 from member_import_piece where import_id = ? limit 1", row -> 1, importId).isEmpty()) {
            throw new NotFound("file of import " + importId);
        }
    }

    private final class Pieces extends InputStream {

        private final long importId;
        private long at;
        private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

        /** @param at where a piece begins */
        Pieces(long importId, long at) {
            this.importId = importId;
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (piece.available() == 0) {
                var next = piece(importId, at);
                at += next.length;
                piece = new ByteArrayInputStream(next);
            }
            return piece.read(bytes, from, most);
        }
    }
}
