package id.sanggar.identity;

import id.sanggar.shared.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Somebody's name is put right by who has seen her papers, and is known to manage her. */
@ApplicationScoped
public class NameCorrection {

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    /**
     * @return the name as it is kept and printed
     * @throws Invalid naming {@code name} if it cannot be one
     */
    public String require(String typed) {
        if (!PersonName.isValid(typed)) {
            throw Invalid.of("name", "identity.name-needed");
        }
        return PersonName.tidy(typed);
    }

    /** Nothing happens where the account has that name already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void correct(long accountId, String name) {
        var account = accounts.get(accountId);
        if (!account.name().equals(name)) {
            account.correctName(name);
            audit.record("account.name-corrected", account.code().toString(), null, Map.of());
        }
    }
}
