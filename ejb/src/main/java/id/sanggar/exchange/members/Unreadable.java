package id.sanggar.exchange.members;

import id.sanggar.shared.Message;
import java.io.IOException;

/** A file that is no table, or more of one than is read. */
final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    Unreadable(String key, Object... arguments) {
        super(key);
        reason = new Message(key, arguments);
    }

    Message reason() {
        return reason;
    }
}
