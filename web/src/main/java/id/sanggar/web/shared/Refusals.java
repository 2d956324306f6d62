package id.sanggar.web.shared;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.ejb.EJBAccessException;
import java.util.Optional;

/** Which of the house's refusals lies at the bottom of an exception. */
public final class Refusals {

    private Refusals() {
    }

    /** @return the refusal that caused the failure, or the innermost cause if it was an accident */
    public static Throwable rootOf(Throwable failure) {
        Throwable cause = failure;
        while (!isRefusal(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof NotFound || cause instanceof NotAllowed || cause instanceof EJBAccessException
                || cause instanceof Conflict || cause instanceof Invalid;
    }

    /** The HTTP status that says as much. */
    public static int statusOf(Throwable root) {
        if (root instanceof NotFound) {
            return 404;
        }
        if (root instanceof NotAllowed || root instanceof EJBAccessException) {
            return 403;
        }
        if (root instanceof Conflict) {
            return 409;
        }
        return root instanceof Invalid ? 422 : 500;
    }

    /** What to tell who was refused, in one sentence; empty if the status says it all. */
    public static Optional<Message> textOf(Throwable root) {
        if (root instanceof Invalid invalid) {
            return invalid.fields().values().stream().findFirst();
        }
        return root instanceof Conflict conflict ? Optional.of(conflict.text()) : Optional.empty();
    }
}
