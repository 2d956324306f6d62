package id.sanggar.certificate;

import id.sanggar.certificate.CertificateRegister.Snapshot;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Goes through the certificates of a batch that hold, or of a part of it, in the order of their numbers. Reads them in
 * portions, so that a batch may be of any length.
 */
final class BatchWalk implements Iterator<Snapshot> {

    private static final int PORTION = 200;

    private final CertificateRegister register;
    private final long issuanceId;
    private final int last;

    private List<Snapshot> portion = List.of();
    private int at;
    private int after;
    private boolean over;

    /**
     * @param after the number behind which it begins
     * @param last number of all
     */
    BatchWalk(CertificateRegister register, long issuanceId, int after, int last) {
        this.register = register;
        this.issuanceId = issuanceId;
        this.after = after;
        this.last = last;
    }

    @Override
    public boolean hasNext() {
        if (at == portion.size() && !over) {
            portion = register.ofBatch(issuanceId, after, PORTION);
            at = 0;
            over = portion.size() < PORTION;
        }
        return at < portion.size() && portion.get(at).number() <= last;
    }

    @Override
    public Snapshot next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var certificate = portion.get(at++);
        after = certificate.number();
        return certificate;
    }
}
