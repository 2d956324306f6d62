package id.sanggar.certificate.pdf;

/**
 * A paper that was stamped. Whoever only needs its hash does not pay for the file.
 */
public final class Stamped {

    private final Trunk trunk;
    private final Pen tail;
    private final byte[] sha256;
    private final byte[] signature;

    Stamped(Trunk trunk, Pen tail, byte[] sha256, byte[] signature) {
        this.trunk = trunk;
        this.tail = tail;
        this.sha256 = sha256;
        this.signature = signature;
    }

    /** The whole file. */
    public byte[] file() {
        return tail.after(trunk.body());
    }

    /** SHA-256 of the file. */
    public byte[] sha256() {
        return sha256.clone();
    }

    /** The two numbers of its signature, 32 bytes each; empty if it was not signed. */
    public byte[] signature() {
        return signature.clone();
    }
}
