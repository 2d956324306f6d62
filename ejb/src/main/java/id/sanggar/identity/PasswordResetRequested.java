package id.sanggar.identity;

/**
 * A person with an e-mail address asked for a new password.
 *
 * @param token the secret for her link, which is nowhere else in the clear
 */
public record PasswordResetRequested(long accountId, String token) {

    @Override
    public String toString() {
        return "PasswordResetRequested[accountId=" + accountId + "]";
    }
}
