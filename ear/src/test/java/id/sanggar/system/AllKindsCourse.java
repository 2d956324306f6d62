package id.sanggar.system;

import id.sanggar.assessment.Checklist;
import id.sanggar.assessment.Cloze;
import id.sanggar.assessment.Essay;
import id.sanggar.assessment.Hotspot;
import id.sanggar.assessment.Ordering;
import id.sanggar.assessment.Photo;
import id.sanggar.assessment.QuestionBody;
import id.sanggar.assessment.QuestionJson;
import id.sanggar.assessment.Rubric;
import id.sanggar.assessment.Severity;
import id.sanggar.assessment.ShortAnswer;
import id.sanggar.shared.Sha256;
import id.sanggar.testing.SystemUnderTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A course of NSLIC's, put into the database behind the application's back, with a lesson that asks a question and a
 * quiz that asks every kind which needs more than a tick.
 */
record AllKindsCourse(String slug) {

    static final String LESSON = "periksa-diri";
    static final String QUIZ = "tugas-dapur";

    private static final String PLAN = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
            <rect width="400" height="300" fill="#f6f4ee"/><rect x="20" y="20" width="110" height="90" fill="#7fb3ab"/>
            <rect x="200" y="150" width="160" height="120" fill="#d9a441"/><rect x="300" y="20" width="80" height="60"
            fill="#8b958f"/><g font-family="sans-serif" font-size="16"><text x="40" y="70">Bak cuci</text><text x="255"
            y="215">Meja</text><text x="322" y="55">Rak</text></g></svg>""";

    private static final Rubric RUBRIC = new Rubric(List.of(
            new Rubric.Criterion("Isi", List.of(new Rubric.Level("Belum menjawab", 0),
                    new Rubric.Level("Sebagian, tanpa angka", 2), new Rubric.Level("Lengkap dengan angka", 4))),
            new Rubric.Criterion("Kejelasan", List.of(new Rubric.Level("Sulit diikuti", 0),
                    new Rubric.Level("Jelas", 1)))));

    static final Map<String, QuestionBody> QUESTIONS = questions();

    private static Map<String, QuestionBody> questions() {
        var questions = new LinkedHashMap<String, QuestionBody>();
        questions.put("urut", new Ordering("Urutkan langkah membuat abon cakalang.",
                List.of("Kukus ikan sampai matang", "Suwir dagingnya", "Bumbui dan goreng", "Tiriskan minyaknya"),
                "Ikan dimasak dulu supaya mudah disuwir."));
        questions.put("isi", new Cloze("Bakteri tumbuh cepat antara [[1]] °C dan 60 °C. Ikan segar disimpan di [[2]].",
                List.of(new Cloze.Gap(List.of(new ShortAnswer.Accepted("5", 1, "Benar.")), false, false, "Baca lagi."),
                        new Cloze.Gap(List.of(new ShortAnswer.Accepted("kulkas", 1, ""),
                                new ShortAnswer.Accepted("rak terbuka", 0, "Rak untuk bahan kering.")), true, false,
                                "")), "Zona bahaya menurut CPPB-IRT."));
        questions.put("tunjuk", new Hotspot("Tunjuk tempat makanan matang paling mudah tercemar.", "denah-dapur.svg",
                "Denah dapur dengan bak cuci, meja, dan rak.",
                List.of(new Hotspot.Region("Bak cuci", List.of(new Hotspot.Point(500, 666),
                                new Hotspot.Point(3250, 3666)), 0, "Di sini peralatan dicuci."),
                        new Hotspot.Region("Meja", List.of(new Hotspot.Point(5000, 5000),
                                new Hotspot.Point(9000, 9000)), 1, "Benar, di meja bahan mentah dan matang bertemu.")),
                "Tidak ada apa-apa di sana.", "Pisahkan bahan mentah dan matang."));
        questions.put("periksa", new Checklist("Periksa dapur pada cerita: lantai retak, sabun tidak ada, air jernih.",
                List.of("Lantai", "Sabun cuci tangan", "Air"), List.of(new Checklist.Rule("I", 1, 1, 0, 0),
                        new Checklist.Rule("II", 1, 3, 0, 0), new Checklist.Rule("III", null, null, 4, 0),
                        new Checklist.Rule("IV", null, null, null, null)),
                List.of(Severity.MINOR, Severity.SERIOUS, Severity.NONE), null, "Level menurut peraturan BPOM."));
        questions.put("cerita", new Essay("Ceritakan satu perbaikan di dapur Anda, dengan angkanya.", 5, 120, RUBRIC,
                ""));
        questions.put("foto", new Photo("Foto rak bahan Anda setelah dirapikan.", 1, 3, RUBRIC, ""));
        return questions;
    }

    static AllKindsCourse published() throws SQLException {
        var letters = UUID.randomUUID().toString().substring(0, 8);
        var course = new AllKindsCourse("semua-jenis-" + letters);
        try (var connection = SystemUnderTest.database().getConnection()) {
            connection.setAutoCommit(false);
            write(connection, """
                    insert into course (slug, code, organisation_id, language, audience)
                    select ?, ?, o.id, 'id', 'PUBLIC' from organisation o
                    join role_grant g on g.organisation_id = o.id join account a on a.id = g.account_id
                    where a.email = 'iswan@sanggar.example' and g.role = 'AUTHOR'""", course.slug, code(letters));
            write(connection, """
                    insert into course_version (course_id, number, content_hash, title_id, title_en, summary_id,
                        summary_en, outcomes, topics, level, hours, pass_mark, published_at)
                    select id, 1, ?, 'Dapur yang rapi', 'A tidy kitchen', 'Ringkas', 'Short', '[]',
                        '[{"slug": "dapur", "id": "Dapur", "en": "Kitchen"}]', 'BEGINNER', 4, 60, now()
                    from course where slug = ?""", letters.repeat(8), course.slug);
            course.activities(connection);
            course.questions(connection);
            write(connection, """
                    update course c set published_version_id = v.id from course_version v
                    where v.course_id = c.id and c.slug = ?""", course.slug);
            connection.commit();
        }
        return course;
    }

    private void activities(Connection connection) throws SQLException {
        write(connection, """
                insert into section (version_id, position, slug, title_id, title_en)
                select v.id, 1, 'bagian', 'Bagian', 'Part' from course_version v join course c on c.id = v.course_id
                where c.slug = ?""", slug);
        write(connection, """
                insert into activity (version_id, section_id, position, slug, kind, title_id, title_en, minutes,
                    completion, body)
                select s.version_id, s.id, d.position, d.slug, d.kind, d.title, d.title, 10, d.completion, d.body
                from section s join course_version v on v.id = s.version_id join course c on c.id = v.course_id,
                    (values (1, '%s', 'LESSON', 'Periksa diri', 'ACKNOWLEDGED', ?),
                        (2, '%s', 'QUIZ', 'Tugas dapur', 'PASSED', null)) d(position, slug, kind, title, completion,
                        body)
                where c.slug = ?""".formatted(LESSON, QUIZ), "Sebelum bertanya.\n\n"
                + "![Periksa pemahaman Anda](question:benar)\n\n![Periksa lagi](question:urut)\n\nSesudahnya.", slug);
        var hash = Sha256.of(PLAN.getBytes(StandardCharsets.UTF_8));
        write(connection, """
                insert into media (sha256, content_type, bytes, size, width, height)
                values (?, 'image/svg+xml', convert_to(?, 'UTF8'), ?, 400, 300) on conflict do nothing""", hash, PLAN,
                PLAN.length());
        write(connection, """
                insert into version_media (version_id, name, sha256)
                select v.id, 'denah-dapur.svg', ? from course_version v join course c on c.id = v.course_id
                where c.slug = ?""", hash, slug);
    }

    private void questions(Connection connection) throws SQLException {
        for (var question : QUESTIONS.entrySet()) {
            question(connection, question.getKey(), QuestionJson.write(question.getValue()),
                    question.getValue().type().name());
        }
        question(connection, "benar", """
                {"type": "TRUE_FALSE", "prompt": "Lap meja cukup diganti sebulan sekali.", "truth": false,
                "whenRight": "Lap yang basah penuh bakteri.", "whenWrong": "Setiap hari.", "general": "CPPB-IRT."}""",
                "TRUE_FALSE");
        var slots = QUESTIONS.keySet().stream().map("{\"question\": \"%s\"}"::formatted)
                .collect(Collectors.joining(", "));
        write(connection, """
                insert into quiz (activity_id, purpose, pass_mark, layout, sections)
                select a.id, 'SECTION', 60, 'ALL', cast(? as jsonb) from activity a
                join course_version v on v.id = a.version_id join course c on c.id = v.course_id
                where c.slug = ? and a.kind = 'QUIZ'""", "[{\"title\": \"\", \"slots\": [" + slots + "]}]", slug);
    }

    private void question(Connection connection, String question, String body, String type) throws SQLException {
        write(connection, """
                with asked as (
                    insert into question (course_id, organisation_id, slug, state, type, title, topic, difficulty,
                        number)
                    select id, organisation_id, ?, 'READY', ?, 'Soal', 'dapur', 'EASY', 1 from course where slug = ?
                    returning id, course_id),
                version as (
                    insert into question_version (question_id, number, hash, topic, difficulty, title, type, body)
                    select id, 1, ?, 'dapur', 'EASY', 'Soal', ?, cast(? as jsonb) from asked
                    returning id, question_id)
                insert into version_question (version_id, question_version_id)
                select v.id, w.id from version w, asked q join course_version v on v.course_id = q.course_id""",
                question, type, slug, Sha256.of((slug + body).getBytes(StandardCharsets.UTF_8)), type, body);
    }

    private static String code(String letters) {
        return letters.chars().mapToObj(letter -> String.valueOf((char) ('A' + letter % 26)))
                .collect(Collectors.joining());
    }

    private static void write(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            if (statement.executeUpdate() == 0) {
                throw new AssertionError("nothing was written: " + sql);
            }
        }
    }
}
