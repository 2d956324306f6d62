package id.sanggar.certificate.internal;

import id.sanggar.certificate.badge.Badge;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.certificate.pdf.FoundSignature;
import id.sanggar.certificate.pdf.Signet;
import id.sanggar.certificate.pdf.Stamped;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.certificate.proof.Proof;
import id.sanggar.certificate.seal.Seal;
import id.sanggar.certificate.seal.Seals;
import id.sanggar.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * Seals certificates: makes what is signed on them, once, and draws their papers from it, at any time and byte for
 * byte. Safe for many threads at once.
 */
@ApplicationScoped
public class Sealing {

    @Inject
    private Seals seals;

    private final ConcurrentMap<Long, Signet> signets = new ConcurrentHashMap<>();

    /**
     * Signs what a certificate says three times, in its QR code, in its file and as a badge, with this node's key. A
     * template from before there were signatures makes a paper as it did then.
     *
     * @throws Unprintable if the paper cannot be drawn
     */
    public Sealed seal(CompiledTemplate template, Claims claims) {
        if (!template.canBeSigned()) {
            return Sealed.unsigned(Sha256.of(template.stamp(claims.printed())));
        }
        var seal = seals.current();
        var proof = seal.sign(Proof.message(claims, seal.kid()));
        var paper = stamp(template, claims, seal, proof, seal::signDigest);
        return new Sealed(Sealed.SIGNED, seal.id(), paper.signature(), proof,
                seal.sign(Badge.signingInput(claims, seal)), HexFormat.of().formatHex(paper.sha256()));
    }

    /**
     * The paper that was sealed.
     *
     * @throws IllegalStateException if it is not, byte for byte, what was issued
     */
    public byte[] redraw(CompiledTemplate template, Claims claims, Sealed sealed) {
        var pdf = draw(template, claims, sealed);
        if (!Sha256.of(pdf).equals(sealed.pdfSha256())) {
            throw new IllegalStateException("Certificate " + claims.code() + " cannot be drawn as it was issued");
        }
        return pdf;
    }

    private byte[] draw(CompiledTemplate template, Claims claims, Sealed sealed) {
        return sealed.isSigned()
                ? stamp(template, claims, seals.byId(sealed.sealId()), sealed.proofSignature(),
                        any -> sealed.pdfSignature()).file()
                : template.stamp(claims.printed());
    }

    /** What the QR code of a paper says. */
    public String qrText(Claims claims, Sealed sealed) {
        return sealed.isSigned()
                ? Proof.address(claims, seals.byId(sealed.sealId()).kid(), sealed.proofSignature())
                : claims.printed().verifyUrl();
    }

    /** Whether a file of whatever origin is, to its end, what one of our keys has signed. */
    public boolean isSealed(byte[] file) {
        return FoundSignature.covering(file)
                .filter(found -> seals.published().stream()
                        .map(published -> seals.byId(published.id()))
                        .anyMatch(seal -> found.isOf(signet(seal), seal::verify)))
                .isPresent();
    }

    private Signet signet(Seal seal) {
        return signets.computeIfAbsent(seal.id(), unknown -> Signet.of(seal.chain()));
    }

    private Stamped stamp(CompiledTemplate template, Claims claims, Seal seal, byte[] proof,
            UnaryOperator<byte[]> signing) {
        return template.stamp(claims.printed(), Proof.address(claims, seal.kid(), proof), signet(seal), signing);
    }
}
