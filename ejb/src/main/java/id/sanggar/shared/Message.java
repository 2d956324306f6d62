package id.sanggar.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A sentence for a person, not yet in a language: the key of a bundle and what fills its gaps.
 *
 * @param key starts with the room whose bundle holds it, e.g. {@code programme.already-applied}
 */
public record Message(String key, List<Object> arguments) {

    public Message(String key, Object... arguments) {
        this(key, Arrays.asList(arguments));
    }

    public Message {
        Objects.requireNonNull(key);
        arguments = List.copyOf(arguments);
    }
}
