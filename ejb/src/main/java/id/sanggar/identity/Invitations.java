package id.sanggar.identity;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by which people take over accounts that were made for them. Of a code only a keyed hash is kept, so that
 * whoever reads the database can take over nobody's. A new code for a person ends her old one.
 */
@ApplicationScoped
public class Invitations {

    /** So long may it take from the printer to the last village. */
    public static final Duration VALID = Duration.ofDays(90);

    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    private Sql sql;

    @Inject
    private NikKey key;

    @Inject
    private Clock clock;

    /** Somebody who is invited, as a member of something. */
    public record Invitee(long accountId, long membershipId) {
    }

    /** An invitation that can be used now. */
    record Open(long accountId) {
    }

    /**
     * In two statements, however many they are.
     *
     * @param by account of who invites them
     * @return their codes, in their order, which nobody can be told again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<InvitationCode> invite(List<Invitee> people, long by) {
        var codes = new ArrayList<InvitationCode>();
        people.forEach(person -> codes.add(InvitationCode.random()));
        sql.write("""
                insert into invitation (account_id, membership_id, code_hash, created_by, created_at, expires_at)
                select account, membership, decode(hash, 'hex'), ?, ?, ?
                from unnest(?, ?, ?) as invited(account, membership, hash)
                on conflict (account_id) do update set membership_id = excluded.membership_id,
                    code_hash = excluded.code_hash, created_by = excluded.created_by,
                    created_at = excluded.created_at, expires_at = excluded.expires_at, used_at = null""",
                by, clock.instant(), clock.instant().plus(VALID),
                people.stream().map(Invitee::accountId).toArray(Long[]::new),
                people.stream().map(Invitee::membershipId).toArray(Long[]::new),
                codes.stream().map(this::hash).toArray(String[]::new));
        return codes;
    }

    /** Locked until the transaction ends; empty if there is none, or it was used or is too old. */
    Optional<Open> lock(InvitationCode code) {
        return sql.row("""
                select account_id from invitation
                where code_hash = decode(?, 'hex') and used_at is null and expires_at > ? for update""",
                row -> new Open(row.getLong(1)), hash(code), clock.instant());
    }

    void use(long accountId) {
        sql.write("update invitation set used_at = ? where account_id = ?", clock.instant(), accountId);
    }

    private String hash(InvitationCode code) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.keyFor("invitations"), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(code.signs().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("No " + ALGORITHM, impossible);
        }
    }
}
