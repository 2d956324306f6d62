package id.sanggar.authoring;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a lesson beside its text.
 *
 * @param title the Indonesian one must be there; the English may wait
 * @param minutes of reading and doing, 1–60
 * @param topics slugs of what it teaches, among those of the course
 * @param outcomes what its reader can do afterwards, in the language of the course
 */
public record LessonFacts(LocalizedText title, int minutes, List<String> topics, List<String> outcomes) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_OUTCOME = 300;
    private static final int MOST_OUTCOMES = 10;
    private static final int MOST_MINUTES = 60;

    public LessonFacts {
        title = title == null ? new LocalizedText("", "") : new LocalizedText(tidy(title.id()), tidy(title.en()));
        topics = topics == null ? List.of() : topics.stream().distinct().toList();
        outcomes = outcomes == null ? List.of()
                : outcomes.stream().map(LessonFacts::tidy).filter(outcome -> !outcome.isEmpty()).toList();
    }

    /** One line, without what no keyboard writes. */
    private static String tidy(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** @throws Invalid if a lesson of a course with these topics cannot be like that */
    LessonFacts requireSound(Collection<String> topicsOfCourse) {
        Map<String, Message> wrong = new HashMap<>();
        if (title.id().isEmpty()) {
            wrong.put("title", new Message("authoring.lesson-without-title"));
        } else if (title.id().length() > LONGEST_TITLE || title.en().length() > LONGEST_TITLE) {
            wrong.put("title", new Message("authoring.lesson-title-too-long", LONGEST_TITLE));
        }
        if (minutes < 1 || minutes > MOST_MINUTES) {
            wrong.put("minutes", new Message("authoring.lesson-minutes", MOST_MINUTES));
        }
        if (!topicsOfCourse.containsAll(topics)) {
            wrong.put("topics", new Message("authoring.lesson-topics"));
        }
        if (outcomes.size() > MOST_OUTCOMES
                || outcomes.stream().anyMatch(outcome -> outcome.length() > LONGEST_OUTCOME)) {
            wrong.put("outcomes", new Message("authoring.lesson-outcomes", MOST_OUTCOMES, LONGEST_OUTCOME));
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return this;
    }

    /**
     * What another made of these facts since somebody read them, with her changes on top.
     *
     * @return null where both changed the same fact to something else
     */
    LessonFacts with(LessonFacts read, LessonFacts wanted) {
        boolean clash = clash(title.id(), read.title.id(), wanted.title.id())
                || clash(title.en(), read.title.en(), wanted.title.en())
                || clash(minutes, read.minutes, wanted.minutes) || clash(topics, read.topics, wanted.topics)
                || clash(outcomes, read.outcomes, wanted.outcomes);
        return clash ? null : new LessonFacts(
                new LocalizedText(pick(title.id(), read.title.id(), wanted.title.id()),
                        pick(title.en(), read.title.en(), wanted.title.en())),
                pick(minutes, read.minutes, wanted.minutes), pick(topics, read.topics, wanted.topics),
                pick(outcomes, read.outcomes, wanted.outcomes));
    }

    private static boolean clash(Object now, Object read, Object wanted) {
        return !wanted.equals(read) && !now.equals(read) && !now.equals(wanted);
    }

    private static <T> T pick(T now, T read, T wanted) {
        return wanted.equals(read) ? now : wanted;
    }
}
