package id.sanggar.shared;

import jakarta.ejb.ApplicationException;
import java.util.Map;

/** A form that cannot be accepted as it is, with what is wrong per field. Becomes the same form again, or a 422. */
@ApplicationException(rollback = true)
public class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Message> fields;

    /** @param fields name of the form's field to what the person should do about it; at least one */
    public Invalid(Map<String, Message> fields) {
        super(String.join(", ", fields.keySet()));
        this.fields = Map.copyOf(fields);
    }

    public static Invalid of(String field, String key, Object... arguments) {
        return new Invalid(Map.of(field, new Message(key, arguments)));
    }

    public Map<String, Message> fields() {
        return fields;
    }
}
