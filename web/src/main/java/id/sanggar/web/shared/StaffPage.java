package id.sanggar.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.context.PrimeFacesContext;

/** What a form must know of the page it is on: whether that is one for staff. */
@Named
@RequestScoped
public class StaffPage {

    @Inject
    private HttpServletRequest request;

    public boolean isShown() {
        return StaffPages.show(request);
    }

    /**
     * The nonce of the page's scripts, which PrimeFaces wants back with every form. Its own script would put it there,
     * but not on a page without its components, nor where scripts do not run.
     */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }
}
