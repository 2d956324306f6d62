package id.sanggar.web.shared;

import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** How a page's action ends: the browser goes on to an address, and reloading it sends nothing twice. */
public final class Redirect {

    private Redirect() {
    }

    /** @param address within Sanggar */
    public static void to(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }
}
