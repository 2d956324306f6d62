package id.sanggar.authoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which activity comes where, by their slugs. An author moves something in the order her page shows; it is the order of
 * now that changes, and only if what she moved still stands where she saw it.
 *
 * @param sections in order, each with its activities in order
 */
record OutlineOrder(Map<String, List<String>> sections) {

    OutlineOrder {
        var copy = new LinkedHashMap<String, List<String>>();
        sections.forEach((section, activities) -> copy.put(section, List.copyOf(activities)));
        sections = copy;
    }

    /**
     * Where something is to go.
     *
     * @param from the section where it was seen; null for a section itself
     * @param to the section it goes to; null for a section itself
     * @param beside what it goes next to; null: to the end
     * @param after whether it goes behind that, or before
     */
    record Move(String slug, String from, String to, String beside, boolean after) {
    }

    static OutlineOrder of(Draft draft) {
        var sections = new LinkedHashMap<String, List<String>>();
        draft.sections().forEach(section -> sections.put(section.slug(),
                section.activities().stream().map(Draft.Activity::slug).toList()));
        return new OutlineOrder(sections);
    }

    /** @param text as {@link #toString} wrote it, and a page sent back; what cannot be read is left out */
    static OutlineOrder read(String text) {
        var sections = new LinkedHashMap<String, List<String>>();
        for (var section : text == null ? new String[0] : text.split(";")) {
            var colon = section.indexOf(':');
            if (colon > 0) {
                var activities = section.substring(colon + 1);
                sections.put(section.substring(0, colon),
                        activities.isEmpty() ? List.of() : List.of(activities.split(",")));
            }
        }
        return new OutlineOrder(sections);
    }

    /** One step towards the beginning, into the section before where there is none in its own; empty at the top. */
    Optional<Move> up(String activity) {
        return sectionOf(activity).flatMap(section -> {
            var before = neighbour(sections.get(section), activity, -1);
            return before.isPresent()
                    ? before.map(other -> new Move(activity, section, section, other, false))
                    : neighbour(sections.keySet(), section, -1)
                            .map(other -> new Move(activity, section, other, null, true));
        });
    }

    /** One step towards the end, into the section after where there is none in its own; empty at the bottom. */
    Optional<Move> down(String activity) {
        return sectionOf(activity).flatMap(section -> {
            var after = neighbour(sections.get(section), activity, 1);
            return after.isPresent()
                    ? after.map(other -> new Move(activity, section, section, other, true))
                    : neighbour(sections.keySet(), section, 1).map(other -> new Move(activity, section, other,
                            sections.get(other).stream().findFirst().orElse(null), false));
        });
    }

    /** Before another activity of that section, or to its end. */
    Optional<Move> to(String activity, String section, String before) {
        return sectionOf(activity).map(from -> new Move(activity, from, section, before, before == null));
    }

    /** A section, one step towards the beginning or the end; empty where it is there already. */
    Optional<Move> section(String section, boolean down) {
        return neighbour(sections.keySet(), section, down ? 1 : -1)
                .map(other -> new Move(section, null, null, other, down));
    }

    /** A section before another one, or to the end. */
    Optional<Move> sectionTo(String section, String before) {
        return sections.containsKey(section)
                ? Optional.of(new Move(section, null, null, before, before == null))
                : Optional.empty();
    }

    /** @return the order after the move; empty if it cannot be made, because somebody changed these places meanwhile */
    Optional<OutlineOrder> after(Move move) {
        return move.to() == null ? sectionMoved(move) : activityMoved(move);
    }

    private Optional<OutlineOrder> sectionMoved(Move move) {
        if (!sections.containsKey(move.slug()) || move.slug().equals(move.beside())
                || move.beside() != null && !sections.containsKey(move.beside())) {
            return Optional.empty();
        }
        var order = new ArrayList<>(sections.keySet());
        insert(order, move);
        var moved = new LinkedHashMap<String, List<String>>();
        order.forEach(section -> moved.put(section, sections.get(section)));
        return Optional.of(new OutlineOrder(moved));
    }

    private Optional<OutlineOrder> activityMoved(Move move) {
        if (!sectionOf(move.slug()).filter(move.from()::equals).isPresent() || !sections.containsKey(move.to())
                || move.beside() != null && !sections.get(move.to()).contains(move.beside())
                || move.slug().equals(move.beside())) {
            return Optional.empty();
        }
        var moved = new LinkedHashMap<String, List<String>>();
        sections.forEach((section, activities) -> moved.put(section, new ArrayList<>(activities)));
        moved.get(move.from()).remove(move.slug());
        insert(moved.get(move.to()), move);
        return Optional.of(new OutlineOrder(moved));
    }

    private static void insert(List<String> order, Move move) {
        order.remove(move.slug());
        order.add(move.beside() == null ? order.size() : order.indexOf(move.beside()) + (move.after() ? 1 : 0),
                move.slug());
    }

    private Optional<String> sectionOf(String activity) {
        return sections.entrySet().stream()
                .filter(section -> section.getValue().contains(activity))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> neighbour(Collection<String> order, String slug, int step) {
        var list = List.copyOf(order);
        var at = list.indexOf(slug) + step;
        return list.contains(slug) && at >= 0 && at < list.size() ? Optional.of(list.get(at)) : Optional.empty();
    }

    /** For a page to send back. */
    @Override
    public String toString() {
        return sections.entrySet().stream()
                .map(section -> section.getKey() + ":" + String.join(",", section.getValue()))
                .collect(Collectors.joining(";"));
    }
}
