package id.sanggar.shared;

import jakarta.ejb.ApplicationException;

/** The request was sound but the world has moved on: applied twice, no attempts left. Becomes a 409 with its text. */
@ApplicationException(rollback = true)
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message text;

    public Conflict(String key, Object... arguments) {
        super(key);
        this.text = new Message(key, arguments);
    }

    public Message text() {
        return text;
    }
}
