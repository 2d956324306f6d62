package id.sanggar.web.identity;

import id.sanggar.identity.MyAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One's own account. */
@Named
@RequestScoped
public class MeView {

    @Inject
    private MyAccount account;

    private MyAccount.Me me;

    public MyAccount.Me getMe() {
        if (me == null) {
            me = account.me();
        }
        return me;
    }
}
