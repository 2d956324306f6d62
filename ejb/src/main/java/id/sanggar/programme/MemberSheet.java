package id.sanggar.programme;

import static id.sanggar.shared.Spreadsheet.harmless;

import id.sanggar.shared.CsvSheet;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Members as the rows of a CSV file. */
final class MemberSheet {

    private static final String[] COLUMNS = {"name", "phone", "email", "programme", "business", "product", "state",
            "stage", "cohort", "applied", "decided"};

    private final Locale locale;
    private final CsvSheet csv;
    private int rows;

    MemberSheet(Locale locale, OutputStream out) {
        this.locale = locale;
        this.csv = new CsvSheet(out);
        csv.add(Stream.of(COLUMNS).map(column -> text("programme.column-" + column)).toArray(String[]::new));
    }

    void add(MemberRow member) {
        rows++;
        var programme = member.programme();
        csv.add(harmless(member.name()), harmless(member.phone()), harmless(member.email()),
                harmless(programme.title().in(locale)), harmless(member.business()), harmless(member.product()),
                text("programme.state-" + member.state().name().toLowerCase(Locale.ROOT)),
                member.stage() == null ? null : harmless(member.stage().code()),
                member.cohort() == null ? null : harmless(member.cohort().title().in(locale)),
                day(programme, member.appliedAt()), day(programme, member.decidedAt()));
    }

    private static String day(ProgrammeOutline programme, Instant instant) {
        return instant == null ? null : programme.day(instant).toString();
    }

    private String text(String key) {
        return Messages.text(new Message(key), locale);
    }

    /** Hands everything over to the stream, which stays open. */
    void end() {
        csv.end();
    }

    int rows() {
        return rows;
    }
}
