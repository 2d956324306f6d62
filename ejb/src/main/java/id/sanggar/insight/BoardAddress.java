package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a view of the command centre shows, as its address says it: a view can be kept, sent to someone and come back
 * to.
 *
 * @param filter of the members it counts, with its programme
 * @param by what it compares
 * @param area code of the area its map shows; empty for the country, null where the view decides
 * @param shading what its map shows by shades
 * @param course slug of the course whose figures are compared; null where the view decides
 * @param whole whether tables show all their rows
 */
public record BoardAddress(MemberFilter filter, Dimension by, String area, Shading shading, String course,
        boolean whole) {

    /** What a map can show. */
    public enum Shading {
        /** How many were admitted. */
        MEMBERS,
        /** How much of the target of the area that is. */
        TARGET,
        /** How many of them came as far as the third stage. */
        ONWARD,
        /** How many of the active ones have stalled. */
        STALLED
    }

    /** Reads what {@link #parameters} wrote, from whoever sent it: what makes no sense is left out. */
    public static BoardAddress from(Map<String, String> parameters) {
        var area = parameters.get("area");
        var course = parameters.get("course");
        return new BoardAddress(MemberFilter.from(parameters).whosePermitIs(null),
                constant(Dimension.values(), parameters.get("by"), Dimension.PARTNER),
                area != null && area.matches("|[0-9]{2}|[0-9]{4}|[0-9]{6}") ? area : null,
                constant(Shading.values(), parameters.get("shading"), Shading.MEMBERS),
                course != null && course.matches("[a-z0-9-]{1,80}") ? course : null,
                "all".equals(parameters.get("rows")));
    }

    private static <E extends Enum<E>> E constant(E[] constants, String name, E otherwise) {
        for (var constant : constants) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        return otherwise;
    }

    public BoardAddress counting(MemberFilter newFilter) {
        return new BoardAddress(newFilter, by, area, shading, course, false);
    }

    public BoardAddress comparing(Dimension newBy) {
        return new BoardAddress(filter, newBy, area, shading, course, false);
    }

    public BoardAddress showing(String newArea) {
        return new BoardAddress(filter, by, newArea, shading, course, whole);
    }

    public BoardAddress shadedBy(Shading newShading) {
        return new BoardAddress(filter, by, area, newShading, course, whole);
    }

    public BoardAddress about(String newCourse) {
        return new BoardAddress(filter, by, area, shading, newCourse, whole);
    }

    public BoardAddress inFull() {
        return new BoardAddress(filter, by, area, shading, course, true);
    }

    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<>(filter.parameters());
        parameters.putAll(looks());
        return parameters;
    }

    /** Those parameters that say nothing of whom it counts. */
    public Map<String, String> looks() {
        var parameters = new LinkedHashMap<String, String>();
        if (by != Dimension.PARTNER) {
            parameters.put("by", by.name().toLowerCase(Locale.ROOT));
        }
        if (area != null) {
            parameters.put("area", area);
        }
        if (shading != Shading.MEMBERS) {
            parameters.put("shading", shading.name().toLowerCase(Locale.ROOT));
        }
        if (course != null) {
            parameters.put("course", course);
        }
        if (whole) {
            parameters.put("rows", "all");
        }
        return parameters;
    }

    /** As they follow the question mark. */
    public String query() {
        return parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
