package id.sanggar.certificate.seal;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the database knows of all keys there ever were. */
@ApplicationScoped
class SealRegister {

    @Inject
    private Sql sql;

    /** A row of the table. */
    record Entry(long id, String kid, byte[] chain, Instant createdAt) {

        static Entry of(ResultSet row) throws SQLException {
            return new Entry(row.getLong("id"), row.getString("kid"), row.getBytes("chain"),
                    Sql.instant(row, "created_at"));
        }
    }

    /**
     * Makes a key known to the world, before anything is signed with it and whatever becomes of the work that it is
     * needed for. The certificates that came with it first stay, since they are part of every paper it signed.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Entry enter(SealKey key, Instant now) {
        sql.write("""
                insert into seal (kid, chain, public_key, created_at) values (?, ?, ?, ?)
                on conflict (kid) do nothing""",
                key.kid(), key.chain(), key.certificates().get(0).getPublicKey().getEncoded(), now);
        return sql.row("select id, kid, chain, created_at from seal where kid = ?", Entry::of, key.kid())
                .orElseThrow();
    }

    Optional<Entry> find(long id) {
        return sql.row("select id, kid, chain, created_at from seal where id = ?", Entry::of, id);
    }

    /** The newest first. */
    List<Entry> all() {
        return sql.rows("select id, kid, chain, created_at from seal order by id desc", Entry::of);
    }
}
