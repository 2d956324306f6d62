package id.sanggar.insight;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A view of the command centre under a name that its owner gave it.
 *
 * @param programme slug
 * @param address parameters as they follow the question mark, encoded
 */
public record SavedView(UUID code, String name, String programme, String address, Instant createdAt) {

    /** The parameters of its address by name, decoded. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : address.split("&")) {
            var at = parameter.indexOf('=');
            if (at > 0) {
                parameters.put(parameter.substring(0, at),
                        URLDecoder.decode(parameter.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
