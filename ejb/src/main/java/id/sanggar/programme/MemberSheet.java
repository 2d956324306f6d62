package id.sanggar.programme;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.Spreadsheet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Members as the rows of a CSV file. */
final class MemberSheet {

    private static final String[] COLUMNS = {"name", "phone", "email", "programme", "business", "product", "state",
            "stage", "cohort", "applied", "decided"};

    private final Locale locale;
    private final Writer writer;
    private final CsvWriter csv;
    private int rows;

    MemberSheet(Locale locale, OutputStream out) {
        this.locale = locale;
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            writer.write(Spreadsheet.BYTE_ORDER_MARK);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.csv = CsvWriter.builder().build(writer);
        csv.writeRecord(Stream.of(COLUMNS).map(column -> text("programme.column-" + column)).toArray(String[]::new));
    }

    void add(MemberRow member) {
        rows++;
        var programme = member.programme();
        csv.writeRecord(harmless(member.name()), harmless(member.phone()), harmless(member.email()),
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

    static String harmless(String text) {
        return Spreadsheet.harmless(text);
    }

    /** Hands everything over to the stream, which stays open. */
    void end() {
        try {
            csv.flush();
            writer.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int rows() {
        return rows;
    }
}
