package id.sanggar.web.exchange;

import id.sanggar.exchange.members.MemberField;
import id.sanggar.exchange.members.MemberImport;
import id.sanggar.exchange.members.MemberImportState;
import id.sanggar.exchange.members.MemberImports;
import id.sanggar.exchange.members.MemberOutcome;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One table of members on its way: what its columns are, what it would do, what it did, and back again. */
@Named
@RequestScoped
public class MemberImportView {

    private static final int SAMPLES = 3;
    private static final int ROWS = 50;
    private static final int LONGEST_SAMPLE = 30;

    @Inject
    private MemberImports imports;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private MemberImport shown;

    private List<Column> columns;

    private Page<MemberImports.LeftOut> leftOut;

    private MemberImports.Asked asked;

    private List<MemberImports.Kept> kept;

    /**
     * A column of the table.
     *
     * @param number from 0
     * @param field what it is; null if nothing of ours
     * @param samples what stands in its first cells; of numbers as long as an identity card's, the last four digits
     */
    public record Column(int number, String heading, MemberField field, String samples) {
    }

    public MemberImport getShown() {
        if (shown == null) {
            shown = imports.find(route.uuid("table"));
        }
        return shown;
    }

    public MemberField[] getFields() {
        return MemberField.values();
    }

    public List<Column> getColumns() {
        if (columns == null) {
            columns = new ArrayList<>();
            var samples = imports.samples(getShown().code(), SAMPLES);
            for (var number = 0; number < getShown().headings().size(); number++) {
                columns.add(new Column(number, getShown().headings().get(number), field(number),
                        sample(samples, number)));
            }
        }
        return columns;
    }

    /** As just said, where the form comes back; else as guessed. */
    private MemberField field(int number) {
        var said = request.getParameter("column-" + number);
        return said == null
                ? getShown().mapping().entrySet().stream().filter(entry -> entry.getValue() == number)
                        .map(entry -> entry.getKey()).findFirst().orElse(null)
                : field(said);
    }

    private static MemberField field(String name) {
        return Stream.of(MemberField.values()).filter(field -> field.name().equals(name)).findFirst().orElse(null);
    }

    private static String sample(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column).replaceAll("[0-9. '-]{12,}(?=[0-9]{4})", "…"))
                .map(cell -> cell.length() > LONGEST_SAMPLE ? cell.substring(0, LONGEST_SAMPLE) + "…" : cell)
                .collect(Collectors.joining(" · "));
    }

    public MemberOutcome[] getOutcomes() {
        return MemberOutcome.values();
    }

    public Page<MemberImports.LeftOut> getLeftOut() {
        if (leftOut == null) {
            leftOut = imports.leftOut(getShown().code(), null, PageNumber.of(request), ROWS);
        }
        return leftOut;
    }

    /** Some of those whom the undoing left. */
    public List<MemberImports.Kept> getKept() {
        if (kept == null) {
            kept = imports.kept(getShown().code(), ROWS);
        }
        return kept;
    }

    /** Whether some of its people have accounts, and decide themselves. */
    public boolean isAsking() {
        return getShown().count(MemberOutcome.ASKED) > 0;
    }

    /** What became of those who were asked. */
    public MemberImports.Asked getAsked() {
        if (asked == null) {
            asked = imports.asked(getShown().code(), ROWS);
        }
        return asked;
    }

    /** The same import's page, for who turns the list. */
    public String getHere() {
        return "/manage/members/import/" + getShown().code() + "?";
    }

    /** Whether somebody is to decide now that the dry run is over. */
    public boolean isReady() {
        return getShown().state() == MemberImportState.CHECKED;
    }

    public void check() throws IOException {
        var fields = new HashMap<Integer, MemberField>();
        for (var number = 0; number < getShown().headings().size(); number++) {
            var field = field(String.valueOf(request.getParameter("column-" + number)));
            if (field != null) {
                fields.put(number, field);
            }
        }
        imports.check(getShown().code(), fields);
        goOn();
    }

    public void map() throws IOException {
        imports.map(getShown().code());
        showAnew();
    }

    public void apply() throws IOException {
        imports.apply(getShown().code(), request.getParameter("agreed") != null);
        goOn();
    }

    public void undo() throws IOException {
        imports.undo(getShown().code());
        goOn();
    }

    public void cancel() throws IOException {
        imports.cancel(getShown().code());
        Redirect.to("/manage/members/import");
    }

    private void goOn() throws IOException {
        imports.start(getShown().code());
        showAnew();
    }

    private void showAnew() throws IOException {
        Redirect.to("/manage/members/import/" + getShown().code());
    }

    /** "12 baru", "3 tidak terbaca": the dry run in a few words. */
    public String tally(MemberOutcome outcome) {
        return text.of("exchange.people-tally-" + outcome, text.number(getShown().count(outcome)));
    }
}
