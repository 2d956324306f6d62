package id.sanggar.assessment;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The order in which one person sees the options of one question, from a number kept with the attempt. Pages number
 * options as they are seen, so that nothing in a page tells which stands first in the author's file; answers are kept
 * as the question numbers them, so that they mean the same for everyone.
 */
final class Shuffle {

    private final int[] seenToOwn;
    private final int[] ownToSeen;

    private Shuffle(int size) {
        seenToOwn = IntStream.range(0, size).toArray();
        ownToSeen = seenToOwn;
    }

    /** As the author wrote them. */
    static Shuffle none(int size) {
        return new Shuffle(size);
    }

    /** The same seed gives the same order for ever: {@link Random} is specified to the bit, and so is what follows. */
    Shuffle(int seed, int size) {
        seenToOwn = IntStream.range(0, size).toArray();
        ownToSeen = new int[size];
        var random = new Random(seed);
        for (int last = size - 1; last > 0; last--) {
            var other = random.nextInt(last + 1);
            var kept = seenToOwn[last];
            seenToOwn[last] = seenToOwn[other];
            seenToOwn[other] = kept;
        }
        IntStream.range(0, size).forEach(seen -> ownToSeen[seenToOwn[seen]] = seen);
    }

    /** The things in the order in which they are seen. */
    <T> List<T> seen(List<T> things) {
        return IntStream.of(seenToOwn).mapToObj(things::get).toList();
    }

    /** An answer that numbers options as the person sees them, numbered as the question does. */
    Answer own(Answer seen) {
        return renumbered(seen, seenToOwn);
    }

    Answer seen(Answer own) {
        return renumbered(own, ownToSeen);
    }

    /** Numbers out of range stay out of range: {@link QuestionBody#fits} refuses them. */
    private static Answer renumbered(Answer answer, int[] numbers) {
        if (answer instanceof Answer.Chosen chosen) {
            return new Answer.Chosen(number(chosen.option(), numbers));
        }
        if (answer instanceof Answer.Ticked ticked) {
            var options = new TreeSet<Integer>();
            ticked.options().forEach(option -> options.add(number(option, numbers)));
            return new Answer.Ticked(options);
        }
        if (answer instanceof Answer.Matched matched) {
            return new Answer.Matched(
                    matched.matches().stream().map(match -> number(match, numbers)).toList());
        }
        if (answer instanceof Answer.Ordered ordered && ordered.places().size() == numbers.length) {
            // Not the places are numbered anew, but the items that stand at them.
            var places = new Integer[numbers.length];
            IntStream.range(0, numbers.length).forEach(item -> places[numbers[item]] = ordered.places().get(item));
            return new Answer.Ordered(List.of(places));
        }
        return answer;
    }

    private static int number(int number, int[] numbers) {
        return number >= 0 && number < numbers.length ? numbers[number] : number;
    }
}
