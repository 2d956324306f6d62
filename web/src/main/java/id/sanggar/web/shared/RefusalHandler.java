package id.sanggar.web.shared;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.csp.CspException;

/**
 * The one place where what a use case refuses becomes something a person sees: a form that cannot be accepted is shown
 * again with what she typed and what to do; everything else becomes an error page, also a page whose state the server
 * has forgotten. Accidents are logged under a number that the page shows.
 */
public class RefusalHandler extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(RefusalHandler.class.getName());

    RefusalHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        var queue = getUnhandledExceptionQueuedEvents().iterator();
        if (queue.hasNext()) {
            handle(queue.next());
            getUnhandledExceptionQueuedEvents().iterator().forEachRemaining(event -> { });
            queue.remove();
        }
    }

    private static void handle(ExceptionQueuedEvent event) {
        var context = event.getContext().getContext();
        var root = Refusals.rootOf(event.getContext().getException());
        if (root instanceof Invalid invalid && canShowAgain(context)) {
            invalid.fields().forEach((field, text) -> show(context, field, text));
            showAgain(context, 422);
        } else if (root instanceof Conflict conflict && canShowAgain(context)) {
            show(context, null, conflict.text());
            showAgain(context, 409);
        } else if (root instanceof ViewExpiredException || root instanceof CspException) {
            send(context, HttpServletResponse.SC_FORBIDDEN, ErrorPage.STALE);
        } else {
            answer(context, root);
        }
    }

    private static boolean canShowAgain(FacesContext context) {
        return context.isPostback() && !context.getRenderResponse() && !context.getResponseComplete();
    }

    private static void show(FacesContext context, String field, Message text) {
        var sentence = Messages.text(text, context.getViewRoot().getLocale());
        context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    }

    private static void showAgain(FacesContext context, int status) {
        if (!context.getPartialViewContext().isAjaxRequest()) {
            context.getExternalContext().setResponseStatus(status);
        }
        context.renderResponse();
    }

    private static void answer(FacesContext context, Throwable root) {
        if (root instanceof ViewExpiredException) {
            send(context, HttpServletResponse.SC_FORBIDDEN, CsrfFilter.TOKEN);
            return;
        }
        int status = Refusals.statusOf(root);
        if (status == 500) {
            var view = context.getViewRoot();
            LOG.log(Level.SEVERE, "Accident " + Accident.number(context) + " on "
                    + (view == null ? "a page not yet restored" : view.getViewId()), root);
        }
        send(context, status, null);
    }

    private static void send(FacesContext context, int status, String message) {
        var external = context.getExternalContext();
        try {
            if (!external.isResponseCommitted()) {
                ((HttpServletResponse) external.getResponse()).resetBuffer();
                external.responseSendError(status, message);
            }
        } catch (IOException gone) {
            LOG.log(Level.FINE, "The reader went away", gone);
        }
        context.responseComplete();
    }

    /** Found by its name in {@code faces-config.xml}. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new RefusalHandler(getWrapped().getExceptionHandler());
        }
    }
}
