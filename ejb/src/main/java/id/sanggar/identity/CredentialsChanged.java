package id.sanggar.identity;

/** A person chose a new password, or a role of hers was taken away: who is signed in as her must sign in again. */
public record CredentialsChanged(long accountId) {
}
