package id.sanggar.web.identity;

import id.sanggar.identity.Account;
import id.sanggar.identity.AddressThrottle;
import id.sanggar.identity.Registration;
import id.sanggar.web.shared.ClientNetwork;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The form in which a newcomer makes her account; she is signed in when it is sent. */
@Named
@RequestScoped
public class RegisterView {

    @Inject
    private AddressThrottle throttle;

    @Inject
    private Registration registration;

    @Inject
    private SigningIn signingIn;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private String name;

    private String contact;

    private String password;

    private String gender = "";

    private boolean consent;

    public void register() throws IOException {
        throttle.beforeRegistration(ClientNetwork.of(request));
        var told = gender == null || gender.isEmpty() ? null : Account.Gender.valueOf(gender);
        registration.register(new Registration.Form(name, contact, password, told, text.getLanguage(), consent));
        signingIn.signIn(contact, password, request.getParameter("to"));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getGender() {
        return gender;
    }

    public void setGender(String gender) {
        this.gender = gender;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }
}
