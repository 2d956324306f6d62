package id.sanggar.certificate.seal;

import id.sanggar.certificate.badge.Badge;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.certificate.pdf.Signet;
import id.sanggar.certificate.proof.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Certificates sealed in a bare loop, by the key that a server has made for itself: no job, no database. */
public final class BareSealing {

    private final Seal seal;
    private final Signet signet;

    /** @param keys the directory {@code keys} of that server */
    public BareSealing(Path keys) throws IOException, GeneralSecurityException {
        var key = SealKey.read(keys.resolve("seal.p12"),
                Files.readString(keys.resolve("seal.password")).strip().toCharArray(), null);
        seal = Seal.signing(1, key.chain(), key.privateKey());
        signet = Signet.of(seal.chain());
    }

    /** @return the hash of the paper */
    public byte[] seal(CompiledTemplate template, Claims claims) {
        var proof = seal.sign(Proof.message(claims, seal.kid()));
        seal.sign(Badge.signingInput(claims, seal));
        return template.stamp(claims.printed(), Proof.address(claims, seal.kid(), proof), signet, seal::signDigest)
                .sha256();
    }
}
