package id.sanggar.programme;

/** A manager has confirmed or refused what a member handed in. */
public record EvidenceDecided(long evidenceId, boolean confirmed) {
}
