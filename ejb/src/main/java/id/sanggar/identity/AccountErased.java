package id.sanggar.identity;

/**
 * A person had her data erased. Whoever keeps something that tells who she is lets it go, in the same transaction.
 *
 * @param accountId stays, so that what she did stays one person's
 */
public record AccountErased(long accountId) {
}
