package id.sanggar.insight;

import id.sanggar.insight.population.Layout;
import id.sanggar.insight.population.Population;
import id.sanggar.insight.population.Roll;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Milestone;
import id.sanggar.programme.Pace;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reckons figures for whoever may see them: each view is one scan over the columns of a programme's members, whatever it
 * narrows and groups by. The database is asked for names alone.
 */
@ApplicationScoped
class Reckoning {

    @Inject
    private Population population;

    @Inject
    private Naming naming;

    @Inject
    private Clock clock;

    /** What every view begins with. */
    private record Look(Roll roll, Instant asOf, Names names, Selection selection, LocalDate today, Sight sight,
            MemberFilter filter) {

        ProgrammeOutline programme() {
            return sight.programme();
        }

        Layout layout() {
            return roll.layout();
        }

        Tally tally() {
            return new Tally(layout(), today);
        }
    }

    private Look look(Sight sight, MemberFilter filter) {
        var moment = population.now();
        var programme = sight.programme();
        var roll = moment.rolls().get(programme.id());
        if (roll == null) {
            throw new NotFound("figures of " + programme.slug());
        }
        var named = filter.inProgramme(programme.slug()).named(null);
        var names = naming.of(roll.layout());
        var today = programme.day(clock.instant());
        return new Look(roll, moment.at(), names, new Selection(roll, sight, named, names, today), today, sight,
                named);
    }

    Funnel funnel(Sight sight, MemberFilter filter) {
        var look = look(sight, filter);
        var tally = look.tally();
        var admitted = new DayCounts();
        look.selection().scan((block, rows, count) -> {
            for (int index = 0; index < count; index++) {
                tally.count(block, rows[index]);
                admitted.countAdmission(block, rows[index]);
            }
        });
        var whole = look.filter().equals(MemberFilter.of(look.programme().slug()));
        return new Funnel(look.programme(), look.filter(), look.asOf(), numbers(look, look.filter(), tally),
                whole ? look.programme().target() : 0, years(look, admitted.byYear(), whole));
    }

    private static List<Funnel.OfYear> years(Look look, Map<Integer, Long> admitted, boolean whole) {
        var years = new TreeSet<>(admitted.keySet());
        var targets = new HashMap<Integer, Integer>();
        if (whole) {
            look.programme().targets().forEach(target -> targets.put(target.year(), target.members()));
        }
        years.addAll(targets.keySet());
        return years.stream()
                .map(year -> new Funnel.OfYear(year, targets.getOrDefault(year, 0), new Figure(
                        admitted.getOrDefault(year, 0L), Dimension.YEAR.group(look.filter(), String.valueOf(year)))))
                .toList();
    }

    Breakdown breakdown(Sight sight, MemberFilter filter, Dimension dimension) {
        var look = look(sight, filter);
        var grouping = Grouping.of(dimension, look.roll(), look.names());
        var tallies = IntStream.range(0, grouping.keys().size()).mapToObj(group -> look.tally()).toList();
        var total = look.tally();
        look.selection().scan((block, rows, count) -> {
            for (int index = 0; index < count; index++) {
                int group = grouping.of(block, rows[index]);
                (group < 0 ? total : tallies.get(group)).count(block, rows[index]);
            }
        });
        tallies.forEach(total::add);
        var found = IntStream.range(0, tallies.size())
                .filter(group -> tallies.get(group).everybody() > 0)
                .boxed()
                .toList();
        var labels = labels(dimension, look.names(), found.stream().map(grouping.keys()::get).toList());
        return new Breakdown(look.programme(), look.filter(), dimension, look.asOf(), found.stream()
                .map(group -> {
                    var key = grouping.keys().get(group);
                    return new Breakdown.Row(key, labels.getOrDefault(key, new LocalizedText(key, key)), 0,
                            numbers(look, dimension.group(look.filter(), key), tallies.get(group)));
                })
                .sorted(order(dimension))
                .toList(), numbers(look, look.filter(), total));
    }

    private static Comparator<Breakdown.Row> order(Dimension dimension) {
        var byKey = Comparator.comparing(Breakdown.Row::key);
        return Comparator.comparing((Breakdown.Row row) -> row.key().equals(MemberFilter.NONE))
                .thenComparing(dimension.isInOrder() ? byKey
                        : Comparator.comparing((Breakdown.Row row) -> -row.numbers().members().number())
                                .thenComparing(byKey));
    }

    private Map<String, LocalizedText> labels(Dimension dimension, Names names, List<String> keys) {
        return switch (dimension) {
            case PARTNER -> names.titles(names.organisations());
            case COHORT -> names.titles(names.cohorts());
            case PROVINCE, REGENCY, DISTRICT, VILLAGE -> {
                var labels = new HashMap<String, LocalizedText>();
                naming.areas(keys.stream().map(Reckoning::area).toList()).forEach((code, name) -> {
                    labels.put(code, name);
                    labels.put(code + MemberFilter.NONE, name);
                });
                yield labels;
            }
            default -> Map.of();
        };
    }

    private static String area(String key) {
        return key.endsWith(MemberFilter.NONE) ? key.substring(0, key.length() - 1) : key;
    }

    private static Numbers numbers(Look look, MemberFilter filter, Tally tally) {
        var people = new People(look.programme(), filter);
        var stages = new ArrayList<Numbers.OfStage>();
        for (var stage : look.programme().stages()) {
            int position = look.layout().stages().indexOf(stage.id());
            stages.add(new Numbers.OfStage(stage,
                    new Figure(position < 0 ? 0 : tally.now(position), people.now(stage)),
                    new Figure(position < 0 ? 0 : tally.reached(position), people.reached(stage))));
        }
        return new Numbers(new Figure(tally.everybody(), filter), stages.get(0).reached(),
                Stream.of(Membership.State.values())
                        .map(state -> new Numbers.OfState(state, new Figure(tally.in(state), people.in(state))))
                        .toList(),
                Stream.of(Pace.values())
                        .map(pace -> new Numbers.OfPace(pace, new Figure(tally.at(pace), people.at(pace))))
                        .toList(),
                stages, courses(look, people, tally), tally.approval().days());
    }

    private static List<Numbers.OfCourse> courses(Look look, People people, Tally tally) {
        var courses = new ArrayList<Numbers.OfCourse>();
        for (int position = 0; position < look.layout().courses().size(); position++) {
            var id = look.layout().courses().get(position);
            var name = look.names().courses().get(id);
            if (name != null) {
                courses.add(new Numbers.OfCourse(new Numbers.Course(id, name.slug(), name.title()),
                        past(people, Milestone.Kind.ENROLLED, name, tally.enrolled(position)),
                        past(people, Milestone.Kind.PASSED, name, tally.passed(position)),
                        past(people, Milestone.Kind.CERTIFIED, name, tally.certified(position)),
                        new Numbers.Gain(past(people, Milestone.Kind.MEASURED, name, tally.measured(position)),
                                tally.before(position), tally.after(position))));
            }
        }
        return courses;
    }

    private static Figure past(People people, Milestone.Kind kind, Names.Name course, long number) {
        return new Figure(number, people.past(Milestone.of(kind, course.slug())));
    }
}
