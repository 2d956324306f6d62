package id.sanggar.programme;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which members a list shows or a figure counts. Every figure of the command centre carries the filter of the people it
 * counts. What is null does not narrow; {@link #NONE} asks for those of whom it is not known. All but the state and the
 * text narrow only together with their programme.
 *
 * @param programme slug
 * @param stage slug of the stage they are in now and have not left: active members only
 * @param reached slug of a stage they are in or have left
 * @param cohort slug, or NONE
 * @param admittedFrom first month in which they were admitted, in the programme's zone
 * @param admittedUntil last month of the same
 * @param text words of a name, the beginning of each; or the beginning of a phone number or an e-mail address
 * @param partner slug of the organisation that serves them, or NONE
 * @param region code of an area their home lies in, of 2, 4, 6 or 10 digits; with a {@code -} behind it, of those whose
 *         home is known no more exactly than that; or NONE
 * @param gender {@code female}, {@code male} or NONE
 * @param kbli the class of their business, or the digits it begins with; or NONE
 * @param permit how the permit of their business stands that ends first; the command centre does not count by it
 * @param pace of active members
 * @param milestones all of which they have behind them
 */
public record MemberFilter(String programme, Membership.State state, String stage, String reached, String cohort,
        YearMonth admittedFrom, YearMonth admittedUntil, String text, String partner, String region, String gender,
        String kbli, Permit permit, Pace pace, List<Milestone> milestones) {

    /** Those of whom it is not known, or who have none. No slug and no code looks like it. */
    public static final String NONE = "-";

    private static final Pattern AREA = Pattern.compile("-|[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{4})?)?)?-?");
    private static final Pattern GENDER = Pattern.compile("-|female|male");
    private static final Pattern KBLI = Pattern.compile("-|[0-9]{1,5}");

    /** Longer ones, with years beyond 9999, are beyond what a database counts. */
    private static final int YYYY_MM = 7;

    public static final MemberFilter EVERYONE = from(Map.of());

    public MemberFilter {
        milestones = List.copyOf(milestones);
    }

    public static MemberFilter of(String programme) {
        return EVERYONE.inProgramme(programme);
    }

    /** Reads what {@link #parameters} wrote, from whoever sent it: what makes no sense is left out. */
    public static MemberFilter from(Map<String, String> parameters) {
        return new MemberFilter(given(parameters, "programme"),
                constant(Membership.State.values(), given(parameters, "state")),
                given(parameters, "stage"), given(parameters, "reached"), given(parameters, "cohort"),
                month(given(parameters, "from")), month(given(parameters, "until")), given(parameters, "q"),
                given(parameters, "partner"),
                like(AREA, given(parameters, "region")), like(GENDER, given(parameters, "gender")),
                like(KBLI, given(parameters, "kbli")),
                constant(Permit.values(), given(parameters, "permit")),
                constant(Pace.values(), given(parameters, "pace")),
                Milestone.read(given(parameters, "did")));
    }

    private static String given(Map<String, String> parameters, String name) {
        var value = parameters.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String like(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches() ? value : null;
    }

    private static <E extends Enum<E>> E constant(E[] constants, String name) {
        for (var constant : constants) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        return null;
    }

    /** @return null if it is none */
    static YearMonth month(String text) {
        try {
            return text == null || text.length() != YYYY_MM ? null : YearMonth.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    public MemberFilter inProgramme(String newProgramme) {
        return with("programme", newProgramme);
    }

    /**
     * Without the stages and the cohort that the programme does not have.
     *
     * @param outline of the programme; null where the filter names none, or none the caller knows
     */
    public MemberFilter within(ProgrammeOutline outline) {
        if (outline == null) {
            var anywhere = EVERYONE.inProgramme(programme).named(text);
            return state == null ? anywhere : anywhere.inState(state);
        }
        var here = outline.hasStage(stage) ? this : inStage(null);
        here = outline.hasStage(reached) ? here : here.whoReached(null);
        here = cohort == null || cohort.equals(NONE) || outline.hasCohort(cohort) ? here : here.inCohort(null);
        return here.past(milestones.stream().filter(milestone -> milestone.isOf(outline)).toList());
    }

    public MemberFilter inState(Membership.State newState) {
        return with("state", said(newState));
    }

    public MemberFilter inStage(String newStage) {
        return with("stage", newStage);
    }

    public MemberFilter whoReached(String newReached) {
        return with("reached", newReached);
    }

    public MemberFilter inCohort(String newCohort) {
        return with("cohort", newCohort);
    }

    /** Both months included; null for no bound. */
    public MemberFilter admittedBetween(YearMonth first, YearMonth last) {
        return with("from", said(first)).with("until", said(last));
    }

    public MemberFilter named(String newText) {
        return with("q", newText);
    }

    public MemberFilter servedBy(String newPartner) {
        return with("partner", newPartner);
    }

    public MemberFilter livingIn(String newRegion) {
        return with("region", newRegion);
    }

    public MemberFilter ofGender(String newGender) {
        return with("gender", newGender);
    }

    public MemberFilter inBusiness(String newKbli) {
        return with("kbli", newKbli);
    }

    public MemberFilter whosePermitIs(Permit newPermit) {
        return with("permit", said(newPermit));
    }

    public MemberFilter getting(Pace newPace) {
        return with("pace", said(newPace));
    }

    /** With one more milestone behind them. */
    public MemberFilter past(Milestone another) {
        var all = new ArrayList<>(milestones);
        all.add(another);
        return past(all);
    }

    /** No matter whether they have this one behind them. */
    public MemberFilter without(Milestone one) {
        return past(milestones.stream().filter(milestone -> !milestone.equals(one)).toList());
    }

    private MemberFilter past(List<Milestone> newMilestones) {
        return new MemberFilter(programme, state, stage, reached, cohort, admittedFrom, admittedUntil, text, partner,
                region, gender, kbli, permit, pace, newMilestones);
    }

    private MemberFilter with(String parameter, String value) {
        var parameters = parameters();
        put(parameters, parameter, value);
        return from(parameters);
    }

    /** As the parameters of an address. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "programme", programme);
        put(parameters, "state", said(state));
        put(parameters, "stage", stage);
        put(parameters, "reached", reached);
        put(parameters, "cohort", cohort);
        put(parameters, "from", said(admittedFrom));
        put(parameters, "until", said(admittedUntil));
        put(parameters, "q", text);
        put(parameters, "partner", partner);
        put(parameters, "region", region);
        put(parameters, "gender", gender);
        put(parameters, "kbli", kbli);
        put(parameters, "permit", said(permit));
        put(parameters, "pace", said(pace));
        put(parameters, "did", Milestone.said(milestones));
        return parameters;
    }

    private static String said(Object value) {
        return value == null ? null : value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT)
                : value.toString();
    }

    private static void put(Map<String, String> parameters, String name, String value) {
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
    }
}
