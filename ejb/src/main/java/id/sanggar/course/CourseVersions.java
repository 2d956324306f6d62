package id.sanggar.course;

import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.NewCourseVersion.NewMedia;
import id.sanggar.course.NewCourseVersion.NewSection;
import id.sanggar.media.StoredMedia;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where versions of courses are read from. */
@ApplicationScoped
class CourseVersions {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private LessonFiles files;

    Outlines.Published published() {
        var bySlug = new LinkedHashMap<String, Long>();
        var byCourse = new HashMap<Long, Long>();
        var retired = new HashSet<Long>();
        rows("""
                select c.id, c.slug, c.published_version_id, c.retired_at is not null as retired from course c
                where c.published_version_id is not null order by c.slug""", Map.of()).forEach(row -> {
            bySlug.put(text(row, "slug"), number(row, "published_version_id"));
            byCourse.put(number(row, "id"), number(row, "published_version_id"));
            if (row.get("retired", Boolean.class)) {
                retired.add(number(row, "id"));
            }
        });
        return new Outlines.Published(bySlug, byCourse, retired);
    }

    /** The outlines of these versions, in two statements; versions that do not exist are left out. */
    Map<Long, Outline> outlines(Collection<? extends Long> versionIds) {
        if (versionIds.isEmpty()) {
            return Map.of();
        }
        var sections = sections(versionIds);
        var outlines = new HashMap<Long, Outline>();
        rows("""
                select v.id, v.course_id, c.slug, c.code, v.number, v.title_id, v.title_en, v.summary_id, v.summary_en,
                    cast(v.outcomes as text) as outcomes, cast(v.topics as text) as topics, v.level, v.hours,
                    v.pass_mark, c.audience, c.language, o.slug as owner, o.name_id, o.name_en, v.certificate_template
                from course_version v
                join course c on c.id = v.course_id
                join organisation o on o.id = c.organisation_id
                where v.id in (:versions)""", Map.of("versions", versionIds)).forEach(row -> {
            var id = number(row, "id");
            outlines.put(id, new Outline(number(row, "course_id"), text(row, "slug"), text(row, "code"), id,
                    integer(row, "number"), localized(row, "title"), localized(row, "summary"),
                    CourseJson.texts(text(row, "outcomes")), CourseJson.topics(text(row, "topics")),
                    Level.valueOf(text(row, "level")), integer(row, "hours"), integer(row, "pass_mark"),
                    Audience.valueOf(text(row, "audience")), text(row, "language"),
                    new Outline.Owner(text(row, "owner"), localized(row, "name")), text(row, "certificate_template"),
                    sections.getOrDefault(id, List.of())));
        });
        return outlines;
    }

    private Map<Long, List<Outline.Section>> sections(Collection<? extends Long> versionIds) {
        var versions = new HashMap<Long, OutlineSections>();
        rows("""
                select s.version_id, s.slug as section, s.title_id as section_id, s.title_en as section_en,
                    a.id, a.slug, a.kind, a.title_id, a.title_en, a.minutes, a.completion, a.position, a.bytes,
                    cast(a.topics as text) as topics, cast(a.outcomes as text) as outcomes, a.media_name,
                    cast(a.requires as text) as requires, cast(a.opens_on as text) as opens_on,
                    cast(m.sha256 as text) as sha256
                from section s join activity a on a.section_id = s.id
                left join version_media m on m.version_id = a.version_id and m.name = a.media_name
                where s.version_id in (:versions) order by s.version_id, a.position""",
                Map.of("versions", versionIds)).forEach(row -> versions
                        .computeIfAbsent(number(row, "version_id"), version -> new OutlineSections())
                        .add(row));
        var sections = new HashMap<Long, List<Outline.Section>>();
        versions.forEach((version, rows) -> sections.put(version, rows.sections()));
        return sections;
    }

    /** Gathers the activities of a version, which come in order, into its sections. */
    private static final class OutlineSections {

        private final Map<String, LocalizedText> titles = new LinkedHashMap<>();
        private final Map<String, List<Outline.Activity>> activities = new HashMap<>();
        private int lessons;

        void add(Tuple row) {
            var section = text(row, "section");
            var kind = ActivityKind.valueOf(text(row, "kind"));
            titles.putIfAbsent(section, localized(row, "section"));
            activities.computeIfAbsent(section, slug -> new ArrayList<>()).add(new Outline.Activity(number(row, "id"),
                    text(row, "slug"), kind, localized(row, "title"), integer(row, "minutes"),
                    CompletionRule.valueOf(text(row, "completion")), CourseJson.strings(text(row, "topics")),
                    CourseJson.strings(text(row, "outcomes")), CourseJson.strings(text(row, "requires")),
                    date(row, "opens_on"), integer(row, "position"),
                    kind == ActivityKind.LESSON ? ++lessons : 0, integer(row, "bytes"), media(row)));
        }

        private static String media(Tuple row) {
            var sha256 = text(row, "sha256");
            return sha256 == null ? null : address(sha256, text(row, "media_name"));
        }

        List<Outline.Section> sections() {
            return titles.entrySet().stream()
                    .map(title -> new Outline.Section(title.getKey(), title.getValue(), activities.get(title.getKey())))
                    .toList();
        }
    }

    /** @throws NotFound if there is no such version */
    NewCourseVersion content(long versionId) {
        var outline = outlines(List.of(versionId)).get(versionId);
        if (outline == null) {
            throw new NotFound("version " + versionId);
        }
        var texts = new HashMap<String, Tuple>();
        rows("select a.slug, a.body, a.media_name from activity a where a.version_id = :version",
                Map.of("version", versionId)).forEach(row -> texts.put(text(row, "slug"), row));
        var media = rows("""
                select v.name, cast(m.sha256 as text) as sha256, m.content_type
                from version_media v join media m on m.sha256 = v.sha256
                where v.version_id = :version order by v.name""", Map.of("version", versionId)).stream()
                .map(row -> NewMedia.stored(text(row, "name"), text(row, "sha256"), text(row, "content_type")))
                .toList();
        var sections = outline.sections().stream()
                .map(section -> new NewSection(section.slug(), section.title(), section.activities().stream()
                        .map(activity -> activity(activity, texts.get(activity.slug())))
                        .toList()))
                .toList();
        var hash = rows("select v.content_hash from course_version v where v.id = :version",
                Map.of("version", versionId)).get(0);
        return new NewCourseVersion(outline.courseSlug(), outline.code(), outline.organisation().slug(),
                outline.language(), outline.audience(), outline.title(), outline.summary(), outline.outcomes(),
                outline.topics(), outline.level(), outline.hours(), outline.passMark(), outline.certificateTemplate(),
                sections, media, text(hash, "content_hash"));
    }

    private static NewActivity activity(Outline.Activity activity, Tuple texts) {
        return new NewActivity(activity.slug(), activity.kind(), activity.title(), activity.minutes(),
                activity.completion(), activity.topics(), activity.outcomes(), activity.requires(), activity.opensOn(),
                text(texts, "body"), text(texts, "media_name"));
    }

    /** @throws NotFound if there is no such lesson */
    Lessons.Source lesson(long activityId) {
        return rows("select a.version_id, a.body from activity a where a.id = :activity and a.kind = 'LESSON'",
                Map.of("activity", activityId)).stream()
                .map(row -> new Lessons.Source(number(row, "version_id"), text(row, "body")))
                .findFirst()
                .orElseThrow(() -> new NotFound("lesson " + activityId));
    }

    /** What makes the lessons of this version into pages. */
    LessonRenderer renderer(long versionId) {
        var hashes = new HashMap<String, String>();
        rows("select v.name, v.sha256 from version_media v where v.version_id = :version", Map.of("version", versionId))
                .forEach(row -> hashes.put(text(row, "name"), text(row, "sha256")));
        var course = rows("""
                select c.slug, c.language from course_version v join course c on c.id = v.course_id
                where v.id = :version""", Map.of("version", versionId)).get(0);
        return new LessonRenderer(text(course, "slug"), files.of(hashes),
                Locale.forLanguageTag(text(course, "language")));
    }

    /** The words in the files of this version, by their names; files without words are left out. */
    Map<String, String> mediaTexts(long versionId) {
        var texts = new HashMap<String, String>();
        rows("""
                select v.name, m.plain_text from version_media v join media m on m.sha256 = v.sha256
                where v.version_id = :version and m.plain_text is not null""", Map.of("version", versionId))
                .forEach(row -> texts.put(text(row, "name"), text(row, "plain_text")));
        return texts;
    }

    /** What follows {@code /media/} in the addresses of the files of this version, by their names. */
    Map<String, String> mediaAddresses(long versionId) {
        return rows("""
                select v.name, cast(v.sha256 as text) as sha256 from version_media v where v.version_id = :version""",
                Map.of("version", versionId)).stream()
                .collect(Collectors.toMap(row -> text(row, "name"), row -> address(text(row, "sha256"),
                        text(row, "name"))));
    }

    /** What follows {@code /media/} in the address of a file. */
    static String address(String sha256, String name) {
        return StoredMedia.address(sha256, name);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, Map<String, ?> parameters) {
        var query = entityManager.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private static LocalDate date(Tuple row, String column) {
        var day = text(row, column);
        return day == null ? null : LocalDate.parse(day);
    }

    private static Long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }

    private static int integer(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }

    private static LocalizedText localized(Tuple row, String column) {
        return new LocalizedText(text(row, column + "_id"), text(row, column + "_en"));
    }
}
