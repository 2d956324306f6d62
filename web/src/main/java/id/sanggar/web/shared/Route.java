package id.sanggar.web.shared;

import static id.sanggar.web.shared.Route.Audience.ADMINS;
import static id.sanggar.web.shared.Route.Audience.ANYONE;
import static id.sanggar.web.shared.Route.Audience.AUTHORS;
import static id.sanggar.web.shared.Route.Audience.MANAGERS;
import static id.sanggar.web.shared.Route.Audience.SIGNED_IN;

import id.sanggar.identity.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Every page there is: its address, the view behind it and who may see it. What is not declared here cannot be reached.
 * The addresses are a contract that other systems and printed certificates rely on.
 */
public enum Route {
    WELCOME("/", "/course/welcome.xhtml", ANYONE),
    COURSES("/courses", "/course/catalogue.xhtml", ANYONE),
    COURSE("/courses/{course}", "/course/course.xhtml", ANYONE),
    PROGRAMME("/programmes/{programme}", "/programme/programme.xhtml", ANYONE),
    // A folder named like the address would catch it.
    SEARCH("/search", "/searching/search.xhtml", ANYONE),
    VERIFY_BY_HAND("/verify", "/certificate/verify.xhtml", ANYONE),
    VERIFY_OFFLINE("/verify/offline", "/certificate/offline.xhtml", ANYONE),
    VERIFY("/verify/{code}", "/certificate/verify.xhtml", ANYONE),
    LOGIN("/login", "/identity/login.xhtml", ANYONE),
    REGISTER("/register", "/identity/register.xhtml", ANYONE),
    PRIVACY("/privacy", "/identity/privacy.xhtml", ANYONE),
    FORGOTTEN_PASSWORD("/password", "/identity/forgotten.xhtml", ANYONE),
    JOIN_BY_HAND("/join", "/identity/join.xhtml", ANYONE),
    JOIN("/join/{code}", "/identity/join.xhtml", ANYONE),
    NEW_PASSWORD("/password/{token}", "/identity/password.xhtml", ANYONE),

    // In letters, for who may not be able to sign in any more.
    STOP_REPORT("/reports/{report}", "/insight/stop.xhtml", ANYONE),

    HOME("/learn", "/learning/home.xhtml", SIGNED_IN),
    LEARN_COURSE("/learn/{course}", "/learning/course.xhtml", SIGNED_IN),
    ACTIVITY("/learn/{course}/{activity}", "/learning/activity.xhtml", SIGNED_IN),
    ATTEMPT("/attempts/{id}", "/assessment/attempt.xhtml", SIGNED_IN),
    ME("/me", "/identity/me.xhtml", SIGNED_IN),
    ERASE_ME("/me/erase", "/identity/erase.xhtml", SIGNED_IN),
    MY_JOURNEY("/me/journeys/{member}", "/learning/journey.xhtml", SIGNED_IN),
    MY_CERTIFICATES("/me/certificates", "/certificate/mine.xhtml", SIGNED_IN),

    STUDIO_MEDIA("/studio/media", "/library/media.xhtml", AUTHORS),
    STUDIO_MEDIA_ITEM("/studio/media/{item}", "/library/item.xhtml", AUTHORS),
    GRADING("/studio/grading", "/assessment/grading.xhtml", AUTHORS),
    GRADING_ATTEMPT("/studio/grading/{attempt}", "/assessment/marking.xhtml", AUTHORS),

    MANAGE("/manage", "/insight/command-centre.xhtml", MANAGERS),
    MANAGE_PROGRAMME("/manage/programmes/{programme}", "/programme/manage.xhtml", MANAGERS),
    MANAGE_MONTHS("/manage/programmes/{programme}/months", "/insight/months.xhtml", MANAGERS),
    MANAGE_MONTH("/manage/programmes/{programme}/months/{month}", "/insight/month.xhtml", MANAGERS),
    MANAGE_REPORTS("/manage/programmes/{programme}/reports", "/insight/reports.xhtml", MANAGERS),
    MANAGE_COHORT("/manage/programmes/{programme}/cohorts/{cohort}", "/programme/cohort.xhtml", MANAGERS),
    SCORECARDS("/manage/programmes/{programme}/scorecards", "/insight/scorecards.xhtml", MANAGERS),
    SCORECARD("/manage/programmes/{programme}/scorecards/{partner}", "/insight/scorecard.xhtml", MANAGERS),
    MANAGE_MEMBERS("/manage/members", "/programme/members.xhtml", MANAGERS),
    // What stands where a member's code stands comes before it.
    MANAGE_INVITING("/manage/members/invite", "/importing/invite.xhtml", MANAGERS),
    MANAGE_MOVING("/manage/members/move", "/programme/move.xhtml", MANAGERS),
    MANAGE_IMPORTS("/manage/members/import", "/importing/members.xhtml", MANAGERS),
    MANAGE_IMPORT("/manage/members/import/{table}", "/importing/member-import.xhtml", MANAGERS),
    MANAGE_MEMBER("/manage/members/{member}", "/programme/member.xhtml", MANAGERS),
    MANAGE_MEMBER_DETAILS("/manage/members/{member}/details", "/programme/details.xhtml", MANAGERS),
    MANAGE_EVIDENCE("/manage/evidence", "/programme/evidence.xhtml", MANAGERS),
    MANAGE_EVIDENCE_ITEM("/manage/evidence/{evidence}", "/programme/proof.xhtml", MANAGERS),
    MANAGE_RECOMPUTATIONS("/manage/recomputations", "/programme/recomputations.xhtml", MANAGERS),
    MANAGE_RECOMPUTATION("/manage/recomputations/{recomputation}", "/programme/recomputation.xhtml", MANAGERS),
    MANAGE_CERTIFICATES("/manage/certificates", "/certificate/batches.xhtml", MANAGERS),
    MANAGE_TEMPLATES("/manage/certificates/templates", "/certificate/templates.xhtml", MANAGERS),
    MANAGE_TEMPLATE("/manage/certificates/templates/{template}", "/certificate/template.xhtml", MANAGERS),
    MANAGE_BATCH("/manage/certificates/{batch}", "/certificate/batch.xhtml", MANAGERS),
    MANAGE_REVOKING("/manage/certificates/{batch}/revoke", "/certificate/revoke.xhtml", MANAGERS),
    MANAGE_CERTIFICATE("/manage/certificates/{batch}/{code}", "/certificate/paper.xhtml", MANAGERS),

    STUDIO("/studio", "/authoring/studio.xhtml", AUTHORS),
    STUDIO_IMPORT("/studio/import", "/importing/import.xhtml", AUTHORS),
    STUDIO_IMPORT_PLAN("/studio/imports/{import}", "/importing/plan.xhtml", AUTHORS),
    STUDIO_NEW("/studio/new", "/authoring/new.xhtml", AUTHORS),
    STUDIO_QUESTIONS("/studio/questions", "/assessment/bank.xhtml", AUTHORS),
    STUDIO_NEW_QUESTION("/studio/questions/new", "/assessment/question.xhtml", AUTHORS),
    STUDIO_TRY_QUESTION("/studio/questions/try", "/assessment/try.xhtml", AUTHORS),
    STUDIO_QUESTION("/studio/questions/{question}", "/assessment/question.xhtml", AUTHORS),
    // What stands where a course's slug stands comes before it, and is reserved in CourseCreation.
    STUDIO_COURSE("/studio/{course}", "/authoring/outline.xhtml", AUTHORS),
    STUDIO_SETTINGS("/studio/{course}/settings", "/authoring/settings.xhtml", AUTHORS),
    STUDIO_REVIEW("/studio/{course}/review", "/authoring/review.xhtml", AUTHORS),
    STUDIO_PUBLISH("/studio/{course}/publish", "/authoring/publish.xhtml", AUTHORS),
    STUDIO_VERSIONS("/studio/{course}/versions", "/authoring/versions.xhtml", AUTHORS),
    STUDIO_LESSON("/studio/{course}/lessons/{activity}", "/authoring/lesson.xhtml", AUTHORS),
    STUDIO_LESSON_HISTORY("/studio/{course}/lessons/{activity}/history", "/authoring/history.xhtml", AUTHORS),
    STUDIO_PREVIEW("/studio/{course}/preview/{activity}", "/authoring/preview.xhtml", AUTHORS),
    STUDIO_QUIZ("/studio/{course}/quizzes/{quiz}", "/authoring/quiz.xhtml", AUTHORS),

    ADMIN_PARTNERS("/admin/partners", "/programme/partners.xhtml", ADMINS),
    ADMIN_PARTNER("/admin/partners/{organisation}", "/programme/partner.xhtml", ADMINS),
    ADMIN("/admin", "/identity/admin.xhtml", ADMINS);

    /** Who may see a page. An administrator may see every one. */
    public enum Audience {
        ANYONE, SIGNED_IN, AUTHORS(Role.IS_AUTHOR), MANAGERS(Role.IS_MANAGER), ADMINS;

        private final Set<String> roles;

        Audience(String... roles) {
            this.roles = Set.of(roles);
        }

        /** @param hasRole whether the person, who is signed in, has the role of that name */
        boolean admits(Predicate<String> hasRole) {
            return this == ANYONE || this == SIGNED_IN || hasRole.test(Role.IS_ADMIN)
                    || roles.stream().anyMatch(hasRole);
        }
    }

    private static final Map<Integer, Route[]> BY_DEPTH = new HashMap<>();

    static {
        for (Route route : values()) {
            BY_DEPTH.merge(route.segments.length, new Route[] {route}, Route::both);
        }
    }

    private final String pattern;
    private final String[] segments;
    private final String view;
    private final Audience audience;

    Route(String pattern, String view, Audience audience) {
        this.pattern = pattern;
        this.segments = split(pattern);
        this.view = view;
        this.audience = audience;
    }

    /** @param path of the request, from the application's root, decoded */
    static Optional<Match> match(String path) {
        var parts = split(path);
        for (Route route : BY_DEPTH.getOrDefault(parts.length, new Route[0])) {
            var parameters = route.parameters(parts);
            if (parameters != null) {
                return Optional.of(new Match(route, parameters));
            }
        }
        return Optional.empty();
    }

    private static String[] split(String path) {
        return path.equals("/") ? new String[0] : path.substring(1).split("/", -1);
    }

    private static Route[] both(Route[] one, Route[] other) {
        var all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private Map<String, String> parameters(String[] parts) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].startsWith("{")) {
                if (parts[i].isEmpty()) {
                    return null;
                }
                parameters.put(segments[i].substring(1, segments[i].length() - 1), parts[i]);
            } else if (!segments[i].equals(parts[i])) {
                return null;
            }
        }
        return parameters;
    }

    public String pattern() {
        return pattern;
    }

    public String view() {
        return view;
    }

    public Audience audience() {
        return audience;
    }

    /**
     * A request's route and what stood in the gaps of its pattern.
     *
     * @param parameters by the name in the pattern, untrusted
     */
    record Match(Route route, Map<String, String> parameters) {
    }
}
