package id.sanggar.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What went wrong and what to do about it, for the page that shows it. */
@Named
@RequestScoped
public class ErrorPage {

    /** Message of an error: the page was open for too long, or its form was not made for this visitor. */
    static final String STALE = "stale";

    private static final Set<String> TOLD = Set.of("403", "404", "409", "429");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Texts texts;

    public String getTitle() {
        return texts.of("shared.error-" + kind() + "-title");
    }

    public String getAdvice() {
        return texts.of("shared.error-" + kind() + "-advice");
    }

    /** Only for accidents: what to quote when reporting it. */
    public String getNumber() {
        return "500".equals(kind()) ? Accident.number(request) : null;
    }

    private String kind() {
        if (STALE.equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))) {
            return STALE;
        }
        var status = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        return TOLD.contains(status) ? status : "500";
    }
}
