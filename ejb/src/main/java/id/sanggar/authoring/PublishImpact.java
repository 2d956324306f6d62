package id.sanggar.authoring;

import id.sanggar.course.CompletionRule;
import id.sanggar.course.NewCourseVersion.NewActivity;
import id.sanggar.course.Transition;
import id.sanggar.learning.EditionMoving.Place;
import id.sanggar.learning.EditionMoving.Share;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What publishing would do to the people who have begun: where they are, seen from the change, and what each choice
 * would mean to them. Whatever is chosen, nobody loses a completion or a mark.
 *
 * @param groups by the version they learn, the newest first
 */
public record PublishImpact(List<Group> groups, Map<Transition, Outcome> outcomes) {

    public PublishImpact {
        groups = List.copyOf(groups);
        outcomes = Map.copyOf(outcomes);
    }

    /**
     * The learners of one version.
     *
     * @param number of the version
     * @param before those who are on the way and have not come to the change
     * @param past those who are on the way and have come to the change or behind it
     */
    public record Group(int number, long notBegun, long before, long past, long completed) {

        public long all() {
            return notBegun + before + past + completed;
        }
    }

    /**
     * What a choice means.
     *
     * @param moving people who get the new version
     * @param staying people who keep theirs
     * @param asked of those who move and have begun: for whom something is to be done that was not asked of them before
     * @param completing of those who move: who has completed the course with that, since nothing is left to do
     */
    public record Outcome(long moving, long staying, long asked, long completing) {

        private Outcome plus(long moved, long stayed, long askedMore, long completed) {
            return new Outcome(moving + moved, staying + stayed, asked + askedMore, completing + completed);
        }
    }

    /** A version that somebody learns, compared with the one to come. */
    public record Edition(int number, Set<String> reached, boolean asksMore) {

        /** Compares the version that people learn with the one to come. */
        public static Edition of(int number, CourseContent theirs, CourseContent coming) {
            var required = new HashSet<>(required(coming));
            required.removeAll(required(theirs));
            return new Edition(number, PublishImpact.reached(theirs, coming), !required.isEmpty());
        }
    }

    public long people() {
        return groups.stream().mapToLong(Group::all).sum();
    }

    public Outcome outcome(Transition transition) {
        return outcomes.get(transition);
    }

    /**
     * @param editions by the id of the version
     * @param shares where the people are
     */
    public static PublishImpact of(Map<Long, Edition> editions, List<Share> shares) {
        var groups = new TreeMap<Integer, long[]>((one, other) -> Integer.compare(other, one));
        var outcomes = new EnumMap<Transition, Outcome>(Transition.class);
        for (var transition : Transition.values()) {
            outcomes.put(transition, new Outcome(0, 0, 0, 0));
        }
        for (var share : shares) {
            var edition = editions.get(share.versionId());
            groups.computeIfAbsent(edition.number(), number -> new long[Place.values().length])[share.place()
                    .ordinal()] += share.people();
            for (var transition : Transition.values()) {
                outcomes.compute(transition, (choice, outcome) -> with(outcome, choice, edition, share));
            }
        }
        var list = new ArrayList<Group>();
        groups.forEach((number, people) -> list.add(new Group(number, people[Place.NOT_BEGUN.ordinal()],
                people[Place.BEFORE.ordinal()], people[Place.PAST.ordinal()], people[Place.COMPLETED.ordinal()])));
        return new PublishImpact(list, outcomes);
    }

    private static Outcome with(Outcome outcome, Transition transition, Edition edition, Share share) {
        if (!moves(transition, share.place())) {
            return outcome.plus(0, share.people(), 0, 0);
        }
        var underWay = share.place() == Place.BEFORE || share.place() == Place.PAST;
        return outcome.plus(share.people(), 0,
                underWay && !share.finishes() && edition.asksMore() ? share.people() : 0,
                share.finishes() ? share.people() : 0);
    }

    static boolean moves(Transition transition, Place place) {
        return switch (transition) {
            case KEEP -> false;
            case UNREACHED -> place == Place.NOT_BEGUN || place == Place.BEFORE;
            case EVERYONE -> true;
        };
    }

    /** Slugs of what a learner must do to complete the course. */
    static Set<String> required(CourseContent content) {
        return activities(content).stream()
                .filter(activity -> activity.completion() != CompletionRule.NONE)
                .map(NewActivity::slug)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What of a version lies at the first place where the coming one is different, or behind it: who has touched one
     * of these activities has come to the change. What is put in between lies where the next thing that stays was.
     */
    static Set<String> reached(CourseContent theirs, CourseContent coming) {
        var order = activities(theirs).stream().map(NewActivity::slug).toList();
        var first = order.size();
        var next = order.size();
        var changed = new LinkedHashMap<String, CourseDifference.Activity>();
        CourseDifference.between(theirs, coming).activities().stream()
                .filter(CourseDifference.Activity::substantial)
                .forEach(activity -> changed.put(activity.slug(), activity));
        var newOrder = activities(coming).stream().map(NewActivity::slug).toList();
        for (var at = newOrder.size() - 1; at >= 0; at--) {
            var slug = newOrder.get(at);
            var place = order.indexOf(slug);
            if (place < 0) {
                first = Math.min(first, next);
            } else if (!changed.containsKey(slug) || !changed.get(slug).moved()) {
                next = place;
            }
        }
        for (var slug : changed.keySet()) {
            var place = order.indexOf(slug);
            first = place < 0 ? first : Math.min(first, place);
        }
        return new LinkedHashSet<>(order.subList(first, order.size()));
    }

    private static List<NewActivity> activities(CourseContent content) {
        return content.course().sections().stream().flatMap(section -> section.activities().stream()).toList();
    }
}
