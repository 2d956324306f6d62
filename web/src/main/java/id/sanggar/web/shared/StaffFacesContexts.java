package id.sanggar.web.shared;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.context.PrimeFacesContextFactory;

/**
 * Keeps PrimeFaces to the pages made with it. Everywhere else its security policy would fight with that of
 * {@link SecurityHeadersFilter}, and its nonces with plain forms. Found by its name in {@code faces-config.xml}.
 */
public class StaffFacesContexts extends FacesContextFactory {

    private final FacesContextFactory withoutPrimeFaces;

    public StaffFacesContexts(FacesContextFactory wrapped) {
        super(wrapped);
        if (!(wrapped instanceof PrimeFacesContextFactory)) {
            throw new IllegalStateException("There is someone between us and PrimeFaces: " + wrapped);
        }
        withoutPrimeFaces = wrapped.getWrapped();
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        if (!(request instanceof HttpServletRequest page) || StaffPages.show(page)) {
            return getWrapped().getFacesContext(context, request, response, lifecycle);
        }
        var plain = withoutPrimeFaces.getFacesContext(context, request, response, lifecycle);
        // Its phase listener hears of every page: to it, the policy of this one is sent already.
        PrimeFacesContext.getCspState(plain).setInitialized(true);
        return plain;
    }
}
