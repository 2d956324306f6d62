package id.sanggar.programme;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that members have behind them, ever or in certain months of the programme's zone.
 *
 * @param subject slug of the stage or course, which must be one of the programme; null where the kind has none
 * @param first month; null for ever before
 * @param last month; null for ever after
 */
public record Milestone(Kind kind, String subject, YearMonth first, YearMonth last) {

    /** More in one address are nobody's question. */
    private static final int MOST = 8;

    private static final Pattern SAID =
            Pattern.compile("([a-z]{4,10})(?::([a-z0-9-]{1,60}))?(?:@([0-9-]{7})?~([0-9-]{7})?)?");

    /** What it is. */
    public enum Kind {
        /** Came into a stage, for the first time. */
        ENTERED,
        /** Met all that a stage asks for. */
        LEFT,
        /** Went through all stages. */
        FINISHED,
        /** Began a course. */
        ENROLLED,
        /** Completed a course. */
        PASSED,
        /** Was graded before a course and after it: whose gain is known. Has no months. */
        MEASURED,
        /** Holds a certificate of a course that was not revoked, replaced or renewed; since the first of it. */
        CERTIFIED,
        /** Nobody has this behind her: for numbers that their filter rules out. */
        NEVER;

        boolean isOfStage() {
            return this == ENTERED || this == LEFT;
        }

        boolean hasSubject() {
            return this != FINISHED && this != NEVER;
        }
    }

    public static Milestone of(Kind kind, String subject) {
        return new Milestone(kind, subject, null, null);
    }

    public Milestone in(YearMonth month) {
        return new Milestone(kind, subject, month, month);
    }

    /** As they stand in an address: {@code left:pelatihan@2026-01~2026-03,finished}; null for none. */
    static String said(List<Milestone> milestones) {
        return milestones.isEmpty() ? null : milestones.stream().map(Milestone::said).collect(Collectors.joining(","));
    }

    private String said() {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return (subject == null ? name : name + ":" + subject) + (first == null && last == null ? ""
                : "@" + Objects.toString(first, "") + "~" + Objects.toString(last, ""));
    }

    /** Reads what {@link #said} wrote; what makes no sense is left out. */
    static List<Milestone> read(String said) {
        return said == null ? List.of() : Stream.of(said.split(",", MOST + 1))
                .limit(MOST)
                .map(Milestone::readOne)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Milestone readOne(String said) {
        var parts = SAID.matcher(said);
        if (parts.matches()) {
            for (var kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(parts.group(1)) && kind.hasSubject() == (parts.group(2) != null)) {
                    return new Milestone(kind, parts.group(2), MemberFilter.month(parts.group(3)),
                            MemberFilter.month(parts.group(4)));
                }
            }
        }
        return null;
    }

    /** Whether the programme has such a stage; what courses it has, it does not say. */
    boolean isOf(ProgrammeOutline programme) {
        return !kind.isOfStage() || programme.hasStage(subject);
    }
}
