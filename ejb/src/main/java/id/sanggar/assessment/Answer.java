package id.sanggar.assessment;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What someone answered to one question, as given: whether it is right is the question's to say. No answer (not yet, or
 * taken back) is null.
 *
 * <p>Options and matches are numbered from 0 in the order of the question's text; {@link Shuffle} translates from and to
 * the order one person sees.
 */
public sealed interface Answer {

    /** The longest text that is taken. */
    int LONGEST_TEXT = 400;

    /** The one option chosen. */
    record Chosen(int option) implements Answer {}

    /** The options ticked; none is an answer too. */
    record Ticked(SortedSet<Integer> options) implements Answer {

        public Ticked {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }
    }

    record Truth(boolean value) implements Answer {}

    /** A word, a few words or a number, as typed. */
    record Typed(String text) implements Answer {

        public Typed {
            text = text.strip();
        }
    }

    /** For each item on the left the match chosen on the right, or {@link #OPEN}. */
    record Matched(List<Integer> matches) implements Answer {

        /** Nothing chosen for this item yet. */
        public static final int OPEN = -1;

        public Matched {
            matches = List.copyOf(matches);
        }
    }
}
