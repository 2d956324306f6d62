package id.sanggar.shared;

import jakarta.ejb.ApplicationException;

/** What was asked for does not exist, or its existence is not this person's to know. Becomes a 404. */
@ApplicationException(rollback = true)
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what for the log, e.g. {@code course pengolahan}; never shown to a person */
    public NotFound(String what) {
        super(what);
    }
}
