package id.sanggar.web.shared;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Lets forms post to the address their page was opened with, and speaks the language the visitor chose. */
public class RoutedViewHandler extends ViewHandlerWrapper {

    public RoutedViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        var request = (HttpServletRequest) context.getExternalContext().getRequest();
        var action = RouteParameters.action(request);
        return action == null ? super.getActionURL(context, viewId) : action;
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return Language.of((HttpServletRequest) context.getExternalContext().getRequest());
    }
}
