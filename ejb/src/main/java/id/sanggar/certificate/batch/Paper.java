package id.sanggar.certificate.batch;

import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.Sealed;
import jakarta.json.JsonObject;

/**
 * The certificate of one person, drawn but not yet registered.
 *
 * @param failure why it could not be drawn; null if it could, and then the other two are there
 */
record Paper(Pending of, Claims claims, Sealed sealed, JsonObject failure) {
}
