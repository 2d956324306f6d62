package id.sanggar.certificate;

import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.shared.Invalid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of certificates as somebody pastes it: one a line, by its serial number, its public code or the address that
 * verifies it. Lines of a spreadsheet will do; their first cell that can be read counts.
 *
 * @param codes public codes, each once
 * @param serials in one spelling, each once
 * @param repeated lines that name again what a line before them named
 * @param unreadable lines that name nothing, as they were typed
 */
record RevocationList(Set<String> codes, Set<Serial> serials, int repeated, List<String> unreadable) {

    /** As many as anyone has pasted by hand and meant it; more are a whole batch. */
    static final int MOST_LINES = 20_000;

    private static final Pattern CELLS = Pattern.compile("[,;\t]");
    private static final Pattern SERIAL =
            Pattern.compile("(\\d{1,9})(?:-R(\\d{1,4}))?/([A-Z]{2,8})/([0-9.]{2,13})/(\\d{4})");
    private static final int MOST_SHOWN = 60;

    /** What a serial number says of its certificate. */
    record Serial(int number, int revision, String course, String region, int year) {

        String printed() {
            return String.format(Locale.ROOT, "%03d%s/%s/%s/%d", number, revision == 0 ? "" : "-R" + revision, course,
                    region, year);
        }
    }

    /** @throws Invalid naming {@code list} if there is nothing in it, or too much */
    static RevocationList read(String text) {
        var codes = new LinkedHashSet<String>();
        var serials = new LinkedHashSet<Serial>();
        var unreadable = new ArrayList<String>();
        var repeated = 0;
        var lines = text == null ? List.<String>of()
                : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty()) {
            throw Invalid.of("list", "certificate.list-empty");
        }
        if (lines.size() > MOST_LINES) {
            throw Invalid.of("list", "certificate.list-too-long", lines.size(), MOST_LINES);
        }
        for (var line : lines) {
            var found = Reading.UNREADABLE;
            for (var cell : CELLS.split(line)) {
                found = add(cell.strip(), codes, serials);
                if (found != Reading.UNREADABLE) {
                    break;
                }
            }
            if (found == Reading.REPEATED) {
                repeated++;
            } else if (found == Reading.UNREADABLE) {
                unreadable.add(line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line);
            }
        }
        return new RevocationList(codes, serials, repeated, unreadable);
    }

    private enum Reading {
        NEW, REPEATED, UNREADABLE
    }

    private static Reading add(String cell, Set<String> codes, Set<Serial> serials) {
        var serial = SERIAL.matcher(cell.toUpperCase(Locale.ROOT));
        if (serial.matches()) {
            var revision = serial.group(2) == null ? 0 : Integer.parseInt(serial.group(2));
            return serials.add(new Serial(Integer.parseInt(serial.group(1)), revision, serial.group(3),
                    serial.group(4), Integer.parseInt(serial.group(5)))) ? Reading.NEW : Reading.REPEATED;
        }
        var address = cell.lastIndexOf("/verify/");
        var code = address < 0 ? cell : cell.substring(address + "/verify/".length()).replaceAll("[?#].*", "");
        return PublicCode.read(code)
                .map(read -> codes.add(read) ? Reading.NEW : Reading.REPEATED)
                .orElse(Reading.UNREADABLE);
    }
}
