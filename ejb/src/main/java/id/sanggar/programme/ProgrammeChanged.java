package id.sanggar.programme;

/** A programme is new or asks for something else than before. Fired inside the transaction that sets it up. */
public record ProgrammeChanged(long programmeId) {
}
