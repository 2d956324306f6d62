package id.sanggar.web.media;

import java.util.regex.Pattern;

/**
 * A part of a file, as a browser asks for it (RFC 9110, section 14).
 *
 * @param from the first byte, from 0
 */
record Part(long from, long length) {

    private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    static Part whole(long size) {
        return new Part(0, size);
    }

    /**
     * @param range header of the request
     * @return the whole, where the header is none or asks for several parts; null where the part lies behind the end
     */
    static Part of(String range, long size) {
        var asked = ONE.matcher(range);
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return whole(size);
        }
        if (asked.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(asked.group(2)), size);
            return last == 0 ? null : new Part(size - last, last);
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(asked.group(2)), size - 1);
        if (from >= size) {
            return null;
        }
        return to < from ? whole(size) : new Part(from, to - from + 1);
    }

    /** The header of the answer. */
    String of(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
