package id.sanggar.certificate.internal;

/**
 * What makes a certificate's paper, proof and badge those that were issued, besides what they say.
 *
 * @param format 0: a paper without signatures, as before there were any, or of a template from that time
 * @param sealId by what it was sealed; null in format 0, and then no signature is there either
 * @param pdfSignature of the paper: r and s, as all of them
 * @param proofSignature of what the QR code says
 * @param badgeSignature of the badge
 * @param pdfSha256 of the file, in hexadecimal
 */
public record Sealed(int format, Long sealId, byte[] pdfSignature, byte[] proofSignature, byte[] badgeSignature,
        String pdfSha256) {

    static final int UNSIGNED = 0;
    static final int SIGNED = 1;

    static Sealed unsigned(String pdfSha256) {
        return new Sealed(UNSIGNED, null, null, null, null, pdfSha256);
    }

    /** Whether it has a proof and a badge, and its paper a signature. */
    public boolean isSigned() {
        return format != UNSIGNED;
    }
}
