package id.sanggar.benchmark;

import id.sanggar.testing.Visit;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** One of the thousand, half-way through the course, and what she does in it. */
final class Learner {

    private static final String COURSE = "pengendalian-mutu-olahan-pangan";
    private static final List<String> LESSONS = List.of("apa-itu-mutu", "bahaya-pangan", "spp-irt",
            "lokasi-dan-bangunan", "peralatan", "air-dan-fasilitas-sanitasi", "kesehatan-karyawan",
            "cuci-tangan-dan-pakaian-kerja", "program-pembersihan", "bahan-baku-dan-btp", "suhu-aman",
            "pengendalian-proses", "penyimpanan", "memilih-kemasan", "label-yang-benar");
    private static final String[] SOUGHT = {"suhu aman", "P-IRT", "label kemasan", "memasarkan abon", "kedaluwarsa",
        "haccp", "cuci tangan", "higiene karyawan"};
    private static final String PASSWORD = "tiga kata acak";
    private static final String QUIZ = "tes-awal";
    private static final Pattern CHOICE = Pattern.compile("name=\"(q\\d+)\" value=\"([^\"]+)\"");
    private static final Pattern TYPED = Pattern.compile("<input id=\"(q\\d+)\"");

    private final Visit visit;
    private final String contact;

    private Learner(URI address, String contact) {
        this.visit = new Visit(address);
        this.contact = contact;
    }

    /** The first registers; the others are her likes, written into the database. */
    static List<Learner> seed(URI address, DataSource database, int count) throws SQLException {
        var first = new Learner(address, contact(0));
        var page = first.visit.get("/register");
        first.visit.submit("/register", page, "register", Map.of("name", "Peserta Uji", "contact", contact(0),
                "password", PASSWORD, "consent", "on", "gender", ""));
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into account (name, phone, password_hash, consented_at, consent_version, created_at)
                    select 'Peserta Uji', '+62840' || lpad(n::text, 8, '0'), a.password_hash, now(), '2026-11', now()
                    from account a, generate_series(1, %d) n where a.phone = '+6284000000000'""".formatted(count - 1));
            statement.execute("""
                    insert into enrolment (account_id, course_id, version_id, enrolled_at, required, computed_at)
                    select a.id, c.id, c.published_version_id, now(), (select count(*) from activity x
                        where x.version_id = c.published_version_id and x.completion <> 'NONE'), now()
                    from account a, course c where a.phone like '+62840%%' and c.slug = '%s'""".formatted(COURSE));
            statement.execute("analyze");
        }
        return IntStream.range(0, count).mapToObj(n -> new Learner(address, contact(n))).toList();
    }

    /** The course gives one attempt. */
    static void letAnybodySitAsOftenAsSheLikes(DataSource database) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("update quiz set attempts = null");
        }
    }

    private static String contact(int number) {
        return "+62840%08d".formatted(number);
    }

    void signIn() {
        visit.forget();
        visit.signIn(contact, PASSWORD);
    }

    void homePage() {
        visit.get("/learn");
    }

    /** Opens a lesson and says that she is done with it. */
    void finish(int lesson) {
        var path = "/learn/" + COURSE + "/" + LESSONS.get(lesson);
        visit.submit(path, visit.get(path), "done", Map.of());
    }

    void lessonPage() {
        visit.get("/learn/" + COURSE + "/" + anyOf(LESSONS));
    }

    void coursePage() {
        visit.get("/learn/" + COURSE);
    }

    void searchPage() {
        visit.get("/search?q=" + SOUGHT[ThreadLocalRandom.current().nextInt(SOUGHT.length)].replace(" ", "+"));
    }

    /** Start, questions, hand in, review. */
    void quiz() {
        sit(false);
    }

    /** As a browser with script does: a request for each answer. */
    void quizSavingEachAnswer() {
        sit(true);
    }

    private void sit(boolean saving) {
        var start = "/learn/" + COURSE + "/" + QUIZ;
        var attempt = visit.submit(start, visit.get(start), "start", Map.of());
        var page = visit.get(attempt);
        Map<String, String> answers = new HashMap<>();
        CHOICE.matcher(page).results().forEach(choice -> answers.put(choice.group(1), choice.group(2)));
        TYPED.matcher(page).results().forEach(field -> answers.put(field.group(1), "5"));
        if (saving) {
            answers.forEach((field, value) -> visit.put("/api/v1" + attempt + "/answers/" + field.substring(1),
                    "{\"values\":[\"" + value + "\"],\"step\":0}"));
        }
        answers.put("leaveOpen", "1");
        visit.get(visit.submit(attempt, page, "submit", answers));
    }

    /** Sign-in, three course views, ten lessons done, a search, a quiz. */
    void journey() {
        signIn();
        for (int lesson = 0; lesson < 10; lesson++) {
            if (lesson % 4 == 0) {
                coursePage();
            }
            finish(lesson);
        }
        searchPage();
        quiz();
    }

    private static String anyOf(List<String> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }
}
