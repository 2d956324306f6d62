package id.sanggar.web.api;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Messages;
import id.sanggar.web.shared.Language;
import id.sanggar.web.shared.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The one place where what a use case refuses becomes an answer to a machine. */
@Provider
public class RefusalMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = Logger.getLogger(RefusalMapper.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof WebApplicationException known) {
            return answer(toVisitor(known.getResponse().getStatus()), null, null);
        }
        if (failure instanceof ProcessingException) {
            // The body of the request cannot be read as what it says it is.
            return answer(Response.Status.BAD_REQUEST.getStatusCode(), null, null);
        }
        var root = Refusals.rootOf(failure);
        int status = toVisitor(Refusals.statusOf(root));
        if (status == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            LOG.log(Level.SEVERE, "Accident in the interface for machines", failure);
        }
        return answer(status, detail(root), fields(root));
    }

    /** Who is refused because nobody is signed in can do something about it: the pages' scripts wait for that. */
    private int toVisitor(int status) {
        return status == Response.Status.FORBIDDEN.getStatusCode() && request.getUserPrincipal() == null
                ? Response.Status.UNAUTHORIZED.getStatusCode()
                : status;
    }

    private String detail(Throwable root) {
        return root instanceof Conflict conflict ? Messages.text(conflict.text(), language()) : null;
    }

    private Map<String, String> fields(Throwable root) {
        return root instanceof Invalid invalid
                ? invalid.fields().entrySet().stream().collect(Collectors.toMap(
                        Map.Entry::getKey, field -> Messages.text(field.getValue(), language())))
                : null;
    }

    private Locale language() {
        return Language.of(request);
    }

    private static Response answer(int status, String detail, Map<String, String> fields) {
        var known = Response.Status.fromStatusCode(status);
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(new Problem(known == null ? "Refused" : known.getReasonPhrase(), status, detail, fields))
                .build();
    }
}
