package id.sanggar.exchange;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.Message;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import would do: told before it does anything.
 *
 * @param counts how many of each kind come
 * @param comes what is new, the first of it where it is much
 * @param changes what is there already and becomes another
 * @param problems what cannot come; one of them, and nothing comes
 * @param hints what comes otherwise than it was, or is to be completed
 */
public record ImportPlan(List<Message> counts, List<Message> comes, List<Change> changes, List<Problem> problems,
        List<Problem> hints) {

    /** How many entries of each list one person reads. */
    static final int MOST = 300;

    public ImportPlan {
        counts = List.copyOf(counts);
        comes = first(comes);
        changes = first(changes);
        problems = first(problems);
        hints = first(hints);
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    /**
     * Something that is there and becomes another.
     *
     * @param from empty for what comes new into something that stays
     * @param to empty for what goes
     */
    public record Change(Message what, String from, String to) {

        private static final int LONGEST = 300;

        public Change {
            from = shortened(from);
            to = shortened(to);
        }

        private static String shortened(String text) {
            var readable = text.strip();
            return readable.length() <= LONGEST ? readable
                    : readable.substring(0, readable.offsetByCodePoints(0, LONGEST / 2)) + "…";
        }
    }

    /** Nothing is new and nothing changes. */
    public boolean isIdle() {
        return comes.isEmpty() && changes.isEmpty();
    }

    static ImportPlan refused(Problems problems) {
        return new ImportPlan(List.of(), List.of(), List.of(), problems.all(), problems.hints());
    }

    ImportPlan with(List<Problem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new ImportPlan(counts, comes, changes, all, hints);
    }

    String json() {
        var changed = JsonText.array();
        changes.forEach(change -> changed.add(JsonText.object().add("what", JsonText.of(change.what))
                .add("from", change.from).add("to", change.to)));
        return JsonText.write(JsonText.object()
                .add("counts", json(counts))
                .add("comes", json(comes))
                .add("changes", changed)
                .add("problems", ofProblems(problems))
                .add("hints", ofProblems(hints)));
    }

    private static JsonArrayBuilder json(List<Message> messages) {
        var array = JsonText.array();
        messages.forEach(message -> array.add(JsonText.of(message)));
        return array;
    }

    private static JsonArrayBuilder ofProblems(List<Problem> problems) {
        var array = JsonText.array();
        problems.forEach(problem -> array.add(JsonText.of(problem.message()).add("file", problem.file())
                .add("line", problem.line())));
        return array;
    }

    static ImportPlan of(String json) {
        var plan = JsonText.object(json);
        return new ImportPlan(messages(plan.getJsonArray("counts")), messages(plan.getJsonArray("comes")),
                plan.getJsonArray("changes").getValuesAs(JsonObject.class).stream().map(change -> new Change(
                        JsonText.message(change.getJsonObject("what")), change.getString("from"),
                        change.getString("to"))).toList(),
                problems(plan.getJsonArray("problems"), false), problems(plan.getJsonArray("hints"), true));
    }

    private static List<Message> messages(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream().map(JsonText::message).toList();
    }

    private static List<Problem> problems(JsonArray array, boolean hints) {
        return array.getValuesAs(JsonObject.class).stream().map(problem -> new Problem(problem.getString("file"),
                problem.getInt("line"), JsonText.message(problem), hints)).toList();
    }
}
