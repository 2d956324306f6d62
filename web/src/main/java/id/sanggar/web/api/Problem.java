package id.sanggar.web.api;

import java.util.Map;

/**
 * Why a request was refused, as RFC 9457 has it.
 *
 * @param title what the status means
 * @param status of the answer
 * @param detail what to do about it, in the caller's language; null where nothing more can be said
 * @param fields what is wrong with which field of a request; null where it is not about fields
 */
public record Problem(String title, int status, String detail, Map<String, String> fields) {

    static final String MEDIA_TYPE = "application/problem+json";
}
