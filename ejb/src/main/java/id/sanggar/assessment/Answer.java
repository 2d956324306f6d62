package id.sanggar.assessment;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What someone answered to one question, as given: whether it is right is the question's to say. No answer (not yet, or
 * taken back) is null.
 *
 * <p>
 * Options and matches are numbered from 0. Pages number them as the person sees them; answers are kept, and graded, as
 * the question numbers them ({@link Shuffle} translates).
 */
public sealed interface Answer {

    /** The longest text that is taken, where the question takes no longer one. */
    int LONGEST_TEXT = 400;

    /** What the fields of a form hold when they show this answer. */
    List<String> values();

    /** What a form brought, before the question it belongs to has read it. */
    record Entered(List<String> values) implements Answer {

        public Entered {
            values = List.copyOf(values);
        }
    }

    /** The one option chosen. */
    record Chosen(int option) implements Answer {

        @Override
        public List<String> values() {
            return List.of(Integer.toString(option));
        }
    }

    /** The options ticked, one or more. */
    record Ticked(SortedSet<Integer> options) implements Answer {

        public Ticked {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }

        @Override
        public List<String> values() {
            return options.stream().map(Object::toString).toList();
        }
    }

    /** Whether the statement was called true. */
    record Truth(boolean value) implements Answer {

        @Override
        public List<String> values() {
            return List.of(Boolean.toString(value));
        }
    }

    /**
     * A word, a few words, a number or a whole text, as typed; without the character 0, which no database keeps, and
     * with lines that end in the same way, whether a form or a script brought them.
     */
    record Typed(String text) implements Answer {

        public Typed {
            text = text.replace("\0", "").replace("\r\n", "\n").strip();
        }

        @Override
        public List<String> values() {
            return List.of(text);
        }
    }

    /** For each item on the left the match chosen on the right, or {@link #OPEN}. */
    record Matched(List<Integer> matches) implements Answer {

        /** Nothing chosen for this item yet. */
        public static final int OPEN = -1;

        public Matched {
            matches = List.copyOf(matches);
        }

        @Override
        public List<String> values() {
            return matches.stream().map(match -> match == OPEN ? "" : match.toString()).toList();
        }
    }

    /** For each item the place it was put at, from 0, or {@link #OPEN}. */
    record Ordered(List<Integer> places) implements Answer {

        /** Not put anywhere yet. */
        public static final int OPEN = -1;

        public Ordered {
            places = List.copyOf(places);
        }

        @Override
        public List<String> values() {
            return places.stream().map(place -> place == OPEN ? "" : place.toString()).toList();
        }
    }

    /** For each gap what was written or chosen, an empty text for nothing. */
    record Filled(List<String> texts) implements Answer {

        public Filled {
            texts = texts.stream().map(text -> text.replace("\0", "").strip()).toList();
        }

        @Override
        public List<String> values() {
            return texts;
        }
    }

    /** The point of a picture that was pointed at. */
    record Pointed(Hotspot.Point at) implements Answer {

        @Override
        public List<String> values() {
            return List.of(at.x() + "," + at.y());
        }
    }

    /** For each element of a checklist what was found. */
    record Inspected(List<Finding> findings) implements Answer {

        /** The longest note on an element, in characters. */
        public static final int LONGEST_NOTE = 300;

        /**
         * What was found at one element.
         *
         * @param severity null while it is open
         * @param note in the inspector's own words; may be empty
         */
        public record Finding(Severity severity, String note) {

            public Finding {
                note = note.replace("\0", "").strip();
            }
        }

        public Inspected {
            findings = List.copyOf(findings);
        }

        /** The severities alone, null where an element is open. */
        public List<Severity> severities() {
            return findings.stream().map(Finding::severity).toList();
        }

        @Override
        public List<String> values() {
            return findings.stream()
                    .flatMap(found -> Stream.of(found.severity() == null ? "" : found.severity().name(), found.note()))
                    .toList();
        }
    }

    /** The photos that were handed in, by the codes under which they are kept, in their order. */
    record Pictured(List<UUID> photos) implements Answer {

        public Pictured {
            photos = List.copyOf(photos);
        }

        @Override
        public List<String> values() {
            return photos.stream().map(UUID::toString).toList();
        }
    }
}
