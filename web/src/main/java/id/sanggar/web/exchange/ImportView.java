package id.sanggar.web.exchange;

import id.sanggar.exchange.Import;
import id.sanggar.exchange.Imports;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** One upload: what it would do, and the word that lets it. */
@Named
@RequestScoped
public class ImportView {

    @Inject
    private Imports imports;

    @Inject
    private RouteParameters route;

    private Import shown;

    public Import getShown() {
        if (shown == null) {
            shown = imports.find(route.uuid("import"));
        }
        return shown;
    }

    public void apply() throws IOException {
        imports.apply(route.uuid("import"));
        Redirect.to("/studio/imports/" + route.uuid("import"));
    }

    public void cancel() throws IOException {
        imports.cancel(route.uuid("import"));
        Redirect.to("/studio/import");
    }
}
