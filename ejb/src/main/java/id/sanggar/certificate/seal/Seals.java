package id.sanggar.certificate.seal;

import id.sanggar.shared.NotFound;
import id.sanggar.shared.PublicAddress;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Logger;

/**
 * The institution's seals. This node signs with the key that {@code SEAL_KEYSTORE} names, or with one that it made for
 * itself; what any node ever signed with is in the database, by its public side, so that every node and everybody
 * outside can verify it. A key is replaced by naming another keystore: what the old one sealed stays as it is.
 */
@ApplicationScoped
public class Seals {

    private static final Logger LOG = Logger.getLogger(Seals.class.getName());

    private static final String NONE = "none";

    @Resource(lookup = "java:global/sanggar/seal-keystore")
    private String keystore;

    @Resource(lookup = "java:global/sanggar/seal-password")
    private String password;

    @Resource(lookup = "java:global/sanggar/seal-alias")
    private String alias;

    @Resource(lookup = "java:global/sanggar/home")
    private String home;

    @Resource(lookup = "java:global/sanggar/demo")
    private boolean demo;

    @Inject
    private SealRegister register;

    @Inject
    private PublicAddress address;

    @Inject
    private Clock clock;

    private final ConcurrentMap<Long, Seal> byId = new ConcurrentHashMap<>();

    private Seal current;

    /** @throws SealKey.Refused if the named keystore cannot serve */
    @PostConstruct
    void open() {
        try {
            var key = key();
            var entry = register.enter(key, clock.instant());
            current = Seal.signing(entry.id(), entry.chain(), key.privateKey());
            byId.put(current.id(), current);
            LOG.info(() -> "Certificates are sealed with key " + current.kid() + " of "
                    + current.certificate().getSubjectX500Principal() + ", by " + Ecdsa.means());
            warnOfOthers(key, entry);
            warnOfDates();
        } catch (SealKey.Refused refused) {
            // In a line of its own: what the server makes of it takes a page.
            LOG.severe(refused.getMessage());
            throw refused;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The seal's key cannot be used", broken);
        }
    }

    private SealKey key() {
        if (!NONE.equals(keystore)) {
            return SealKey.read(Path.of(keystore), NONE.equals(password) ? new char[0] : password.toCharArray(),
                    NONE.equals(alias) ? null : alias);
        }
        var own = new KeyDirectory(Path.of(home, "keys"));
        if (!demo) {
            LOG.warning(() -> "No SEAL_KEYSTORE: certificates are sealed with a key that says itself whose it is, in "
                    + own.keystore() + ". Keep a copy of it, or name the institution's own");
        }
        var host = URI.create(address.of("/")).getHost();
        return own.open("Sanggar " + host, clock.instant());
    }

    private void warnOfOthers(SealKey key, SealRegister.Entry entry) {
        if (!Arrays.equals(key.chain(), entry.chain())) {
            LOG.warning("The seal's keystore has other certificates for its key than the database, which holds to the"
                    + " first: a renewed certificate needs a new key");
        }
        var newest = register.all().get(0);
        if (newest.id() != entry.id()) {
            LOG.warning("The newest seal is " + newest.kid() + ", the key of this node another. All nodes should have"
                    + " the same SEAL_KEYSTORE");
        }
    }

    /** Who reads a paper sealed by a certificate that has run out is told so; the seal holds all the same. */
    private void warnOfDates() {
        var until = current.certificate().getNotAfter().toInstant();
        if (until.isBefore(clock.instant())) {
            LOG.warning("The seal's certificate was valid until " + until + ": readers of PDF will say so");
        }
    }

    /** The one that this node seals with. */
    public Seal current() {
        return current;
    }

    /**
     * One to verify with, whoever sealed.
     *
     * @throws NotFound if there never was one of that id
     */
    public Seal byId(long id) {
        return byId.computeIfAbsent(id, unknown -> register.find(unknown)
                .map(entry -> Seal.published(entry.id(), entry.chain()))
                .orElseThrow(() -> new NotFound("seal")));
    }

    /** All there ever were, the newest first. */
    public List<PublishedSeal> published() {
        return register.all().stream().map(Seals::published).toList();
    }

    static PublishedSeal published(SealRegister.Entry entry) {
        var seal = Seal.published(entry.id(), entry.chain());
        var point = ((ECPublicKey) seal.certificate().getPublicKey()).getW();
        return new PublishedSeal(seal.id(), seal.kid(), seal.institution(),
                PublicKeys.coordinate(point.getAffineX()), PublicKeys.coordinate(point.getAffineY()),
                Base64.getEncoder().encodeToString(seal.chain().get(0)), entry.createdAt());
    }
}
