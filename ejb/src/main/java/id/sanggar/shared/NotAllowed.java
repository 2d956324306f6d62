package id.sanggar.shared;

import jakarta.ejb.ApplicationException;

/** The caller may know of the thing but not do this with it. Becomes a 403. */
@ApplicationException(rollback = true)
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what for the log, e.g. {@code manage programme 3}; never shown to a person */
    public NotAllowed(String what) {
        super(what);
    }
}
