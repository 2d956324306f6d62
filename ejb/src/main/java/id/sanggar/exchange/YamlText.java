package id.sanggar.exchange;

import id.sanggar.shared.LocalizedText;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes YAML as an author would: short things on one line, long ones below each other, in a stable order. */
final class YamlText {

    private static final int WIDTH = 116;
    /** What still reads well on one line. */
    private static final int SHORT = 90;

    private YamlText() {
    }

    static String write(Node root) {
        var options = new DumperOptions();
        options.setWidth(WIDTH);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(false);
        options.setSplitLines(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        var written = new StringWriter();
        new Yaml(options).serialize(root, written);
        return written.toString();
    }

    static Node text(String text) {
        return new ScalarNode(Tag.STR, text, null, null, ScalarStyle.PLAIN);
    }

    static Node number(long number) {
        return new ScalarNode(Tag.INT, String.valueOf(number), null, null, ScalarStyle.PLAIN);
    }

    static Node truth(boolean truth) {
        return new ScalarNode(Tag.BOOL, String.valueOf(truth), null, null, ScalarStyle.PLAIN);
    }

    static Node day(LocalDate day) {
        return new ScalarNode(Tag.TIMESTAMP, day.toString(), null, null, ScalarStyle.PLAIN);
    }

    static Node localized(LocalizedText text) {
        var both = new LinkedHashMap<String, Node>();
        both.put("id", text(text.id()));
        both.put("en", text(text.en()));
        return mapping(both);
    }

    static Node texts(List<String> texts) {
        return list(texts.stream().map(YamlText::text).toList());
    }

    static Node list(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, length(items) <= SHORT ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /** A list whose items stand below each other, however short. */
    static Node lines(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    static Node mapping(Map<String, Node> entries) {
        return mapping(entries, length(List.copyOf(entries.values())) + entries.size() * 8 <= SHORT
                && entries.values().stream().allMatch(YamlText::isFlow) ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    static Node block(Map<String, Node> entries) {
        return mapping(entries, FlowStyle.BLOCK);
    }

    private static Node mapping(Map<String, Node> entries, FlowStyle style) {
        var tuples = new ArrayList<NodeTuple>();
        entries.forEach((key, value) -> tuples.add(new NodeTuple(text(key), value)));
        return new MappingNode(Tag.MAP, tuples, style);
    }

    static Node json(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                var entries = new LinkedHashMap<String, Node>();
                value.asJsonObject().forEach((key, each) -> entries.put(key, json(each)));
                yield mapping(entries);
            }
            case ARRAY -> list(value.asJsonArray().stream().map(YamlText::json).toList());
            case STRING -> text(((JsonString) value).getString());
            case NUMBER -> new ScalarNode(((JsonNumber) value).isIntegral() ? Tag.INT : Tag.FLOAT, value.toString(),
                    null, null, ScalarStyle.PLAIN);
            case TRUE, FALSE -> new ScalarNode(Tag.BOOL, value.toString(), null, null, ScalarStyle.PLAIN);
            case NULL -> new ScalarNode(Tag.NULL, "null", null, null, ScalarStyle.PLAIN);
        };
    }

    private static boolean isFlow(Node node) {
        return node instanceof ScalarNode || node instanceof SequenceNode sequence
                && sequence.getFlowStyle() == FlowStyle.FLOW
                || node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW;
    }

    private static int length(List<Node> nodes) {
        var length = 0;
        for (var node : nodes) {
            if (node instanceof ScalarNode scalar) {
                length += scalar.getValue().length() + 2 + (scalar.getValue().indexOf('\n') >= 0 ? SHORT : 0);
            } else if (node instanceof SequenceNode sequence) {
                length += isFlow(sequence) ? 4 + length(sequence.getValue()) : SHORT;
            } else if (node instanceof MappingNode mapping) {
                length += isFlow(mapping) ? mapping.getValue().stream()
                        .mapToInt(tuple -> 8 + length(List.of(tuple.getValueNode()))).sum() : SHORT;
            }
        }
        return length;
    }
}
