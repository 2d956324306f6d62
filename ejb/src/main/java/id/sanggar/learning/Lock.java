package id.sanggar.learning;

import id.sanggar.course.Outline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why an activity cannot be opened yet. What is done stays open, and nobody is held by what she can never do: by
 * something the course does not hold, that never counts as done, or that itself waits for this.
 *
 * @param first what must be done before, in the order of the course; empty if only the day has not come
 * @param opensOn the first day on which it may be opened; null if that day has come
 */
public record Lock(List<Outline.Activity> first, LocalDate opensOn) {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    public Lock {
        first = List.copyOf(first);
    }

    /** The day it is where Sanggar is at home. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), WITA);
    }

    /**
     * @param done slugs of what the learner has done
     * @return empty if it is open
     */
    static Optional<Lock> of(Outline course, Outline.Activity activity, Set<String> done, LocalDate today) {
        if (activity.requires().isEmpty() && activity.opensOn() == null || done.contains(activity.slug())) {
            return Optional.empty();
        }
        var first = course.required().stream()
                .filter(other -> activity.requires().contains(other.slug()) && !done.contains(other.slug()))
                .filter(other -> !waitsFor(course, other, activity.slug(), new HashSet<>()))
                .toList();
        var opensOn = activity.opensOn() != null && activity.opensOn().isAfter(today) ? activity.opensOn() : null;
        return first.isEmpty() && opensOn == null ? Optional.empty() : Optional.of(new Lock(first, opensOn));
    }

    private static boolean waitsFor(Outline course, Outline.Activity activity, String slug, Set<String> seen) {
        return activity.slug().equals(slug) || seen.add(activity.slug()) && activity.requires().stream()
                .map(course::find)
                .flatMap(Optional::stream)
                .anyMatch(other -> waitsFor(course, other, slug, seen));
    }

    /** What to do or wait for, a sentence each. */
    public List<Message> reasons() {
        var reasons = new ArrayList<Message>();
        if (!first.isEmpty()) {
            reasons.add(new Message("learning.locked-after", new LocalizedText(
                    titles(LocalizedText::id), titles(LocalizedText::en))));
        }
        if (opensOn != null) {
            reasons.add(new Message("learning.locked-until", LocalizedText.of(opensOn)));
        }
        return List.copyOf(reasons);
    }

    private String titles(Function<LocalizedText, String> language) {
        return first.stream().map(Outline.Activity::title).map(language).map("“%s”"::formatted)
                .collect(Collectors.joining(", "));
    }
}
