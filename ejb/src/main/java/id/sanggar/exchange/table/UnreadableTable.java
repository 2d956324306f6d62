package id.sanggar.exchange.table;

import id.sanggar.shared.Message;
import java.io.IOException;

/** A file that is no table, or more of one than is read. */
public final class UnreadableTable extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    public UnreadableTable(String key, Object... arguments) {
        super(key);
        reason = new Message(key, arguments);
    }

    public Message reason() {
        return reason;
    }
}
