package id.sanggar.web.shared;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The number under which a failed request stands in the log, and which its error page tells. */
final class Accident {

    private static final String NUMBER = "id.sanggar.accident";

    private Accident() {
    }

    static String number(FacesContext context) {
        return number((HttpServletRequest) context.getExternalContext().getRequest());
    }

    static String number(HttpServletRequest request) {
        var number = (String) request.getAttribute(NUMBER);
        if (number == null) {
            number = UUID.randomUUID().toString().substring(0, 8);
            request.setAttribute(NUMBER, number);
        }
        return number;
    }
}
