package id.sanggar.assessment;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What someone answered to one question, as given: whether it is right is the question's to say. No answer (not yet, or
 * taken back) is null.
 *
 * <p>
 * Options and matches are numbered from 0. Pages number them as the person sees them; answers are kept, and graded, as
 * the question numbers them ({@link Shuffle} translates).
 */
public sealed interface Answer {

    /** The longest text that is taken. */
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

    /** A word, a few words or a number, as typed; without the character 0, which no database keeps. */
    record Typed(String text) implements Answer {

        public Typed {
            text = text.replace("\0", "").strip();
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
}
