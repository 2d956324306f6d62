package id.sanggar.web.identity;

import id.sanggar.identity.Account;
import id.sanggar.identity.MyAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** One's own account. */
@Named
@RequestScoped
public class MeView {

    @Inject
    private MyAccount account;

    private MyAccount.Me me;

    private Account.Gender gender;

    public MyAccount.Me getMe() {
        if (me == null) {
            me = account.me();
        }
        return me;
    }

    /** Keeps the gender she chose; nothing chosen changes nothing. */
    public void tell() throws IOException {
        if (gender != null) {
            account.tell(gender);
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect("/me");
    }

    public Account.Gender getGender() {
        return gender;
    }

    public void setGender(Account.Gender gender) {
        this.gender = gender;
    }
}
