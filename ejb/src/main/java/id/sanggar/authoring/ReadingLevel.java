package id.sanggar.authoring;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How hard a text is to read, by the two things that Björnsson's LIX (1968) measures in any language: how long its
 * sentences are, and how many of its words are long. LIX calls a word long from 7 letters on, which suits Swedish;
 * Indonesian carries its grammar in prefixes and suffixes (<i>mempertanggungjawabkan</i>), and everyday words such as
 * <i>pembersihan</i> have 11 letters, so here a word is long from 12 letters on.
 *
 * @param sentenceLength words in a sentence, on average
 * @param longWords share of long words, 0–1
 */
record ReadingLevel(int words, double sentenceLength, double longWords) {

    /** Advice on plain language asks for 15 to 20 words a sentence on average; beyond, readers begin to lose thread. */
    static final double LONG_SENTENCES = 20;

    /** Twice the most that any lesson has that came with Sanggar, written for people with nine years of school. */
    static final double MANY_LONG_WORDS = 0.07;

    /** A shorter text is judged by chance. */
    static final int ENOUGH_WORDS = 80;

    private static final int LONG_WORD = 12;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;]+(?=\\s|$)|\\n+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}'’-]*");

    /** @param text without marks, a line per paragraph */
    static ReadingLevel of(String text) {
        var words = WORD.matcher(text).results().map(word -> word.group()).toList();
        var sentences = Arrays.stream(SENTENCE_END.split(text))
                .filter(sentence -> WORD.matcher(sentence).find())
                .count();
        var longOnes = words.stream().filter(word -> word.length() >= LONG_WORD).count();
        return new ReadingLevel(words.size(), sentences == 0 ? 0 : (double) words.size() / sentences,
                words.isEmpty() ? 0 : (double) longOnes / words.size());
    }

    boolean isHard() {
        return words >= ENOUGH_WORDS && (sentenceLength > LONG_SENTENCES || longWords > MANY_LONG_WORDS);
    }
}
