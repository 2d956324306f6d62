package id.sanggar.certificate;

import id.sanggar.certificate.badge.BadgeAddresses;
import id.sanggar.certificate.badge.PublicDocuments;
import id.sanggar.certificate.seal.Seals;
import id.sanggar.course.Outlines;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.PublicAddress;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;

/** What anyone may fetch to verify a certificate or a badge. None of it is about a person. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BadgePublication {

    private static final String JSON = "application/json";
    private static final int FIVE_MINUTES = 300;
    private static final int A_DAY = 86_400;

    @Inject
    private Seals seals;

    @Inject
    private StatusLists lists;

    @Inject
    private Outlines courses;

    @Inject
    private PublicAddress address;

    @Inject
    private Sql sql;

    /** All public keys, the newest first. */
    public BadgeDocument keys() {
        return new BadgeDocument(JSON, PublicDocuments.keySet(seals.published()), FIVE_MINUTES);
    }

    /**
     * @param kid of a key that anything was ever sealed with
     * @throws NotFound if there never was one
     */
    public BadgeDocument key(String kid) {
        return seals.published().stream().filter(seal -> seal.kid().equals(kid)).findFirst()
                .map(seal -> new BadgeDocument(JSON, PublicDocuments.key(seal), A_DAY))
                .orElseThrow(() -> new NotFound("seal"));
    }

    /** Who issues badges, and by which keys. */
    public BadgeDocument issuer() {
        return new BadgeDocument(JSON, PublicDocuments.issuer(addresses(), seals.published()), FIVE_MINUTES);
    }

    /** The same for {@code did:web}. */
    public BadgeDocument didDocument() {
        return new BadgeDocument(JSON, PublicDocuments.didDocument(addresses(), seals.published()), FIVE_MINUTES);
    }

    /**
     * What certificates of a course are given for.
     *
     * @param course its code, as in serials
     * @param award in small letters
     * @throws NotFound if there is no such course or award
     */
    public BadgeDocument achievement(String course, String award) {
        var kind = Arrays.stream(Award.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(award))
                .findFirst().orElseThrow(() -> new NotFound("award"));
        var outline = courses.published(slugOf(course));
        return new BadgeDocument(JSON, PublicDocuments.achievement(addresses(), kind, course, outline.title().id(),
                outline.summary().id(), outline.outcomes().stream().map(outcome -> outcome.id()).toList(),
                outline.language()), FIVE_MINUTES);
    }

    /**
     * The page that tells people what the course with that code is about.
     *
     * @throws NotFound if there is none
     */
    public String slugOf(String course) {
        return sql.row("select slug from course where code = ?", row -> row.getString(1), course)
                .orElseThrow(() -> new NotFound("course"));
    }

    /**
     * Which certificates were revoked or replaced: known here at most ten seconds later.
     *
     * @param list from 0
     * @throws NotFound if no certificate is in it yet
     */
    public BadgeDocument statusList(long list) {
        return new BadgeDocument("application/vc+jwt", lists.jwt(list), StatusLists.SECONDS);
    }

    private BadgeAddresses addresses() {
        return new BadgeAddresses(address.of(""));
    }
}
