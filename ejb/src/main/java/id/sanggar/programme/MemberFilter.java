package id.sanggar.programme;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which members a list shows. Every figure of the command centre carries the filter of the people it counts. What is
 * null does not narrow the list; stages and cohorts narrow it only together with their programme.
 *
 * @param programme slug
 * @param stage slug of the stage they are in now and have not left: active members only
 * @param reached slug of a stage they are in or have left
 * @param cohort slug
 * @param admittedFrom first month in which they were admitted, in the programme's zone
 * @param admittedUntil last month of the same
 * @param text words of a name, the beginning of each; or the beginning of a phone number or an e-mail address
 */
public record MemberFilter(String programme, Membership.State state, String stage, String reached, String cohort,
        YearMonth admittedFrom, YearMonth admittedUntil, String text) {

    /** Longer ones, with years beyond 9999, are beyond what a database counts. */
    private static final int YYYY_MM = 7;

    public static final MemberFilter EVERYONE = new MemberFilter(null, null, null, null, null, null, null, null);

    public static MemberFilter of(String programme) {
        return new MemberFilter(programme, null, null, null, null, null, null, null);
    }

    /** Reads what {@link #parameters} wrote, from whoever sent it: what makes no sense is left out. */
    public static MemberFilter from(Map<String, String> parameters) {
        return new MemberFilter(given(parameters, "programme"), state(given(parameters, "state")),
                given(parameters, "stage"), given(parameters, "reached"), given(parameters, "cohort"),
                month(given(parameters, "from")),
                month(given(parameters, "until")), given(parameters, "q"));
    }

    private static String given(Map<String, String> parameters, String name) {
        var value = parameters.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Membership.State state(String name) {
        for (var state : Membership.State.values()) {
            if (state.name().equalsIgnoreCase(name)) {
                return state;
            }
        }
        return null;
    }

    private static YearMonth month(String text) {
        try {
            return text == null || text.length() != YYYY_MM ? null : YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    public MemberFilter inProgramme(String newProgramme) {
        return new MemberFilter(newProgramme, state, stage, reached, cohort, admittedFrom, admittedUntil, text);
    }

    /**
     * Without the stages and the cohort that the programme does not have.
     *
     * @param outline of the programme of this filter; null for all programmes, which share none of that, nor months
     */
    public MemberFilter within(ProgrammeOutline outline) {
        if (outline == null) {
            return new MemberFilter(programme, state, null, null, null, null, null, text);
        }
        return new MemberFilter(programme, state, outline.hasStage(stage) ? stage : null,
                outline.hasStage(reached) ? reached : null, outline.hasCohort(cohort) ? cohort : null, admittedFrom,
                admittedUntil, text);
    }

    public MemberFilter inState(Membership.State newState) {
        return new MemberFilter(programme, newState, stage, reached, cohort, admittedFrom, admittedUntil, text);
    }

    public MemberFilter inStage(String newStage) {
        return new MemberFilter(programme, state, newStage, reached, cohort, admittedFrom, admittedUntil, text);
    }

    public MemberFilter whoReached(String newReached) {
        return new MemberFilter(programme, state, stage, newReached, cohort, admittedFrom, admittedUntil, text);
    }

    public MemberFilter inCohort(String newCohort) {
        return new MemberFilter(programme, state, stage, reached, newCohort, admittedFrom, admittedUntil, text);
    }

    /** Both months included. */
    public MemberFilter admittedBetween(YearMonth first, YearMonth last) {
        return new MemberFilter(programme, state, stage, reached, cohort, first, last, text);
    }

    public MemberFilter named(String newText) {
        return new MemberFilter(programme, state, stage, reached, cohort, admittedFrom, admittedUntil, newText);
    }

    /** As the parameters of an address. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "programme", programme);
        put(parameters, "state", state == null ? null : state.name().toLowerCase(Locale.ROOT));
        put(parameters, "stage", stage);
        put(parameters, "reached", reached);
        put(parameters, "cohort", cohort);
        put(parameters, "from", admittedFrom == null ? null : admittedFrom.toString());
        put(parameters, "until", admittedUntil == null ? null : admittedUntil.toString());
        put(parameters, "q", text);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
