package id.sanggar.programme;

import id.sanggar.shared.JsonText;
import id.sanggar.shared.LocalizedText;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the stages of a programme ask for, as text: to keep the rules in force while others wait, and to see whether two
 * descriptions ask for the same.
 */
final class StageRules {

    private StageRules() {
    }

    /** All that is asked, with its titles. */
    static String text(List<ProgrammeOutline.Stage> stages) {
        return text(stages, true);
    }

    /** Whether a member stands in the same stage by both, whatever she has met. */
    static boolean areSame(List<ProgrammeOutline.Stage> some, List<ProgrammeOutline.Stage> others) {
        return text(some, false).equals(text(others, false));
    }

    private static String text(List<ProgrammeOutline.Stage> stages, boolean titles) {
        var all = JsonText.array();
        stages.forEach(stage -> all.add(JsonText.object().add("stage", stage.id())
                .add("asks", asks(stage.requirements(), titles))));
        return all.build().toString();
    }

    private static JsonArrayBuilder asks(List<ProgrammeOutline.Requirement> requirements, boolean titles) {
        var all = JsonText.array();
        requirements.forEach(requirement -> all.add(asks(requirement, titles)));
        return all;
    }

    private static JsonObjectBuilder asks(ProgrammeOutline.Requirement requirement, boolean titles) {
        var json = JsonText.object().add("kind", requirement.kind().name());
        if (titles && requirement.title() != null) {
            json.add("id", requirement.title().id()).add("en", requirement.title().en());
        }
        if (requirement.isGroup()) {
            return json.add("atLeast", requirement.atLeast()).add("of", asks(requirement.of(), titles));
        }
        json.add("requirement", requirement.id());
        if (requirement.courseId() != null) {
            json.add("course", requirement.courseId());
        }
        if (requirement.mark() != null) {
            json.add("mark", requirement.mark());
        }
        if (titles) {
            json.add("slug", requirement.slug());
        }
        return titles && requirement.form() != null ? json.add("form", requirement.form().name()) : json;
    }

    /**
     * What {@link #text} wrote, in the order of then. A stage that is there no more, where nobody has ever been, is
     * missing.
     *
     * @param known stages as they are called now
     */
    static List<ProgrammeOutline.Stage> stages(String text, List<ProgrammeOutline.Stage> known) {
        Map<Long, ProgrammeOutline.Stage> byId = known.stream()
                .collect(Collectors.toMap(ProgrammeOutline.Stage::id, Function.identity()));
        var stages = new ArrayList<ProgrammeOutline.Stage>();
        for (var kept : JsonText.array(text).getValuesAs(JsonObject.class)) {
            var stage = byId.get(kept.getJsonNumber("stage").longValue());
            if (stage != null) {
                stages.add(new ProgrammeOutline.Stage(stage.id(), stages.size() + 1, stage.slug(), stage.code(),
                        stage.title(), stage.summary(), requirements(kept.getJsonArray("asks"))));
            }
        }
        return List.copyOf(stages);
    }

    private static List<ProgrammeOutline.Requirement> requirements(JsonArray asks) {
        return asks.getValuesAs(JsonObject.class).stream().map(StageRules::requirement).toList();
    }

    private static ProgrammeOutline.Requirement requirement(JsonObject json) {
        var kind = RequirementKind.valueOf(json.getString("kind"));
        var title = json.containsKey("id") ? new LocalizedText(json.getString("id"), json.getString("en")) : null;
        if (kind == RequirementKind.GROUP) {
            return ProgrammeOutline.Requirement.group(json.getInt("atLeast"), title,
                    requirements(json.getJsonArray("of")));
        }
        return new ProgrammeOutline.Requirement(json.getJsonNumber("requirement").longValue(), json.getString("slug"),
                kind, has(json, "course") ? json.getJsonNumber("course").longValue() : null, title,
                has(json, "mark") ? json.getInt("mark") : null,
                has(json, "form") ? EvidenceForm.valueOf(json.getString("form")) : null, null, List.of());
    }

    private static boolean has(JsonObject json, String key) {
        return json.getOrDefault(key, JsonValue.NULL) != JsonValue.NULL;
    }
}
