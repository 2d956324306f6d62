package id.sanggar.programme;

/** A member has met all requirements of a stage and left it. Fired inside the transaction of what met the last one. */
public record StageCompleted(long membershipId, long stageId) {
}
