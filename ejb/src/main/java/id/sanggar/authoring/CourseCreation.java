package id.sanggar.authoring;

import id.sanggar.assessment.QuizDefinition;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.ReviewPolicy;
import id.sanggar.course.ActivityKind;
import id.sanggar.course.Audience;
import id.sanggar.course.CompletionRule;
import id.sanggar.course.Level;
import id.sanggar.course.NewCourseVersion;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.course.Outline;
import id.sanggar.course.Publishing;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A course begins: the course of which nothing is published yet, and its draft. */
@Stateless
@RolesAllowed({Role.IS_AUTHOR, Role.IS_ADMIN})
public class CourseCreation {

    /** They stand in the studio's addresses where a course's slug stands. */
    private static final Set<String> RESERVED =
            Set.of("new", "questions", "media", "grading", "import", "imports");

    private static final int LONGEST_TITLE = 200;
    private static final int SHORTEST_CODE = 2;
    private static final int LONGEST_CODE = 8;
    private static final int PASS_MARK = 70;

    @Inject
    private Sql sql;

    @Inject
    private StudioCourses courses;

    @Inject
    private CourseTemplates templates;

    @Inject
    private Authors authors;

    @Inject
    private DraftContents contents;

    @Inject
    private Publishing publishing;

    @Inject
    private AuditTrail trail;

    public List<CourseTemplate> templates() {
        return templates.all();
    }

    /**
     * @param typed the form: {@code titleId}, {@code titleEn}, {@code language}, {@code organisation}, {@code code}
     *        (proposed where empty), {@code from}: empty for nothing, {@code template:<name>} or {@code course:<slug>}
     * @return the slug of the new course
     * @throws id.sanggar.shared.Invalid if something cannot be as it was typed
     * @throws NotFound if what to copy does not exist, or the caller may not write it
     */
    public String create(Map<String, String> typed) {
        var form = new Typed(typed);
        var language = "en".equals(typed.get("language")) ? "en" : "id";
        var title = form.localized("title", language, LONGEST_TITLE);
        var organisation = organisation(form, typed.getOrDefault("organisation", ""));
        var own = language.equals("en") ? title.en() : title.id();
        var code = code(form, typed.getOrDefault("code", "").strip(), own);
        form.check();
        var slug = NewSlug.of(own, taken());
        var from = typed.getOrDefault("from", "");
        var content = content(from, slug, code, organisation, language, title);
        var courseId = publishing.enter(content.course());
        contents.replace(courseId, content);
        trail.record("course.created", slug, null, Map.of("organisation", organisation, "from", from));
        return slug;
    }

    /** The same under a name and a code that no course has yet. */
    public CourseContent renamed(CourseContent content) {
        var course = content.course();
        var codes = new HashSet<>(sql.rows("select code from course", row -> row.getString("code")));
        var code = codes.contains(course.code()) ? propose(course.title().id(), codes) : course.code();
        return new CourseContent(new NewCourseVersion(NewSlug.of(course.slug(), taken()), code, course.organisation(),
                course.language(), course.audience(), course.title(), course.summary(), course.outcomes(),
                course.topics(), course.level(), course.hours(), course.passMark(), course.certificateTemplate(),
                course.sections(), course.media(), course.contentHash()), content.questions(), content.quizzes());
    }

    /**
     * A course that came from somewhere else begins, with all it brings in its draft.
     *
     * @throws NotFound if the caller writes no courses of its organisation
     */
    public long enter(CourseContent content) {
        var organisation = content.course().organisation();
        if (courses.organisations().stream().noneMatch(mine -> mine.slug().equals(organisation))) {
            throw new NotFound("organisation " + organisation);
        }
        var courseId = publishing.enter(content.course());
        contents.replace(courseId, content);
        trail.record("course.created", content.course().slug(), null,
                Map.of("organisation", organisation, "from", "pack"));
        return courseId;
    }

    private String organisation(Typed form, String chosen) {
        var mine = courses.organisations().stream().map(Outline.Owner::slug).toList();
        if (mine.size() == 1) {
            return mine.get(0);
        }
        if (!mine.contains(chosen)) {
            form.wrong("organisation", "authoring.choice-missing");
        }
        return chosen;
    }

    private Set<String> taken() {
        var taken = new HashSet<>(sql.rows("select slug from course", row -> row.getString("slug")));
        taken.addAll(RESERVED);
        return taken;
    }

    private String code(Typed form, String typed, String title) {
        var taken = new HashSet<>(sql.rows("select code from course", row -> row.getString("code")));
        if (typed.isEmpty()) {
            return propose(title, taken);
        }
        var code = typed.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2,8}")) {
            form.wrong("code", "authoring.code-form");
        } else if (taken.contains(code)) {
            form.wrong("code", "authoring.code-taken", code, propose(title, taken));
        }
        return code;
    }

    /** The first letters of the words of the title, or the next that nobody has. */
    static String propose(String title, Set<String> taken) {
        var words = NewSlug.of(title, Set.of()).replaceAll("[0-9]", "").split("-+");
        var letters = new StringBuilder();
        for (var word : words) {
            if (!word.isEmpty() && letters.length() < LONGEST_CODE && !Set.of("dan", "di", "untuk").contains(word)) {
                letters.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        while (letters.length() < SHORTEST_CODE) {
            letters.append('X');
        }
        var code = letters.toString();
        for (var number = 0; taken.contains(code); number++) {
            code = letters.substring(0, Math.min(letters.length(), LONGEST_CODE - 2))
                    + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
        }
        return code;
    }

    private CourseContent content(String from, String slug, String code, String organisation, String language,
            LocalizedText title) {
        if (from.startsWith("course:")) {
            return copy(from.substring("course:".length()), slug, code, organisation, title);
        }
        var sections = new ArrayList<NewSection>();
        var quizzes = new ArrayList<QuizDefinition>();
        var summary = new LocalizedText("", "");
        var outcomes = List.<LocalizedText>of();
        var hours = 2;
        if (from.startsWith("template:")) {
            var template = templates.find(from.substring("template:".length()));
            template.sections().forEach(section -> sections.add(section(section, quizzes)));
            outcomes = template.outcomes();
            hours = template.hours();
        }
        return new CourseContent(new NewCourseVersion(slug, code, organisation, language, Audience.PUBLIC, title,
                summary, outcomes, List.of(), Level.BEGINNER, hours, PASS_MARK, null, sections, List.of(), ""),
                List.of(), quizzes);
    }

    private static NewSection section(CourseTemplate.Section section, List<QuizDefinition> quizzes) {
        return new NewSection(section.slug(), section.title(), section.activities().stream().map(activity -> {
            var quiz = activity.kind() == ActivityKind.QUIZ;
            if (quiz) {
                quizzes.add(new QuizDefinition(activity.slug(), activity.purpose(), null,
                        activity.purpose() == QuizPurpose.PRETEST ? 1 : null, PASS_MARK, QuizLayout.ALL,
                        activity.purpose() == QuizPurpose.PRETEST ? ReviewPolicy.SCORE : ReviewPolicy.AFTER,
                        List.of()));
            }
            return new NewActivity(activity.slug(), activity.kind(), activity.title(), activity.minutes(),
                    rule(activity), List.of(), List.of(), List.of(), null, quiz ? null : activity.body(), null);
        }).toList());
    }

    private static CompletionRule rule(CourseTemplate.Activity activity) {
        if (activity.kind() == ActivityKind.LESSON) {
            return CompletionRule.ACKNOWLEDGED;
        }
        return activity.purpose() == QuizPurpose.PRETEST ? CompletionRule.SUBMITTED : CompletionRule.PASSED;
    }

    /** With its bank and its files. */
    private CourseContent copy(String other, String slug, String code, String organisation, LocalizedText title) {
        var original = contents.of(authors.require(other).courseId());
        var course = original.course();
        return new CourseContent(new NewCourseVersion(slug, code, organisation, course.language(), course.audience(),
                title, course.summary(), course.outcomes(), course.topics(), course.level(), course.hours(),
                course.passMark(), course.certificateTemplate(), course.sections(), course.media(), ""),
                original.questions(), original.quizzes());
    }
}
