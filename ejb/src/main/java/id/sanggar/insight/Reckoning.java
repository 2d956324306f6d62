package id.sanggar.insight;

import id.sanggar.insight.population.Layout;
import id.sanggar.insight.population.Population;
import id.sanggar.insight.population.Roll;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Milestone;
import id.sanggar.programme.Pace;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.YearTarget;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reckons figures for whoever may see them: each view is one scan over the columns of a programme's members, whatever
 * it narrows and groups by. The database is asked for names alone.
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
        var whole = isWhole(look);
        return new Funnel(look.programme(), look.filter(), look.asOf(), numbers(look, look.filter(), tally),
                whole ? look.programme().target() : 0, years(look, admitted.byYear(), whole));
    }

    /** Whether it is about all of the programme, which its targets are of. */
    private static boolean isWhole(Look look) {
        return look.filter().equals(MemberFilter.of(look.programme().slug()));
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

    StageTimes stageTimes(Sight sight, MemberFilter filter) {
        var look = look(sight, filter);
        int count = look.layout().stages().size();
        var took = Stream.generate(Durations::new).limit(count).toList();
        var waiting = Stream.generate(Durations::new).limit(count).toList();
        int today = Layout.day(look.today());
        look.selection().scan((block, rows, meant) -> {
            for (int stage = 0; stage < count; stage++) {
                between(block.column(look.layout().entered(stage)), block.column(look.layout().left(stage)), rows,
                        meant, took.get(stage));
            }
            for (int index = 0; index < meant; index++) {
                int row = rows[index];
                if (block.column(Layout.STATE)[row] == Membership.State.ACTIVE.ordinal()) {
                    waiting.get(block.column(Layout.STAGE)[row])
                            .add(Math.max(0, today - block.column(Layout.SINCE)[row]));
                }
            }
        });
        var people = new People(look.programme(), look.filter());
        return new StageTimes(look.programme(), look.filter(), look.asOf(), look.programme().stages().stream()
                .filter(stage -> look.layout().stages().contains(stage.id()))
                .map(stage -> {
                    int position = look.layout().stages().indexOf(stage.id());
                    var left = took.get(position).days();
                    var now = waiting.get(position).days();
                    return new StageTimes.OfStage(stage, new Figure(left.of(),
                            people.past(Milestone.of(Milestone.Kind.LEFT, stage.slug()))), left,
                            new Figure(now.of(), people.now(stage)), now);
                })
                .toList());
    }

    private static void between(short[] begun, short[] ended, int[] rows, int count, Durations took) {
        for (int index = 0; index < count; index++) {
            int row = rows[index];
            if (ended[row] != Layout.NONE) {
                took.add(Math.max(0, ended[row] - begun[row]));
            }
        }
    }

    Months months(Sight sight, MemberFilter filter) {
        var look = look(sight, filter);
        var layout = look.layout();
        var counts = Stream.generate(MonthCounts::new).limit(layout.width()).toList();
        look.selection().scan((block, rows, count) -> {
            counts.get(Layout.DECIDED).countWhere(block.column(Layout.STAGE), block.column(Layout.DECIDED), rows,
                    count);
            counts.get(Layout.FINISHED).count(block.column(Layout.FINISHED), rows, count);
            for (int column = layout.entered(0); column < layout.width(); column++) {
                counts.get(column).count(block.column(column), rows, count);
            }
        });
        var begins = YearMonth.from(look.programme().starts());
        var first = counts.get(Layout.DECIDED).first().filter(month -> month.isBefore(begins)).orElse(begins);
        var months = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(Math.max(0, ChronoUnit.MONTHS.between(first, YearMonth.from(look.today())) + 1))
                .map(month -> month(look, counts, month))
                .toList();
        return new Months(look.programme(), look.filter(), look.asOf(), months);
    }

    private static Months.Month month(Look look, List<MonthCounts> counts, YearMonth month) {
        var layout = look.layout();
        var people = new People(look.programme(), look.filter());
        var stages = look.programme().stages().stream()
                .filter(stage -> layout.stages().contains(stage.id()))
                .map(stage -> {
                    int position = layout.stages().indexOf(stage.id());
                    return new Months.OfStage(stage,
                            in(people, month, counts.get(layout.entered(position)), Milestone.Kind.ENTERED,
                                    stage.slug()),
                            in(people, month, counts.get(layout.left(position)), Milestone.Kind.LEFT, stage.slug()));
                })
                .toList();
        var courses = new ArrayList<Months.OfCourse>();
        for (int position = 0; position < layout.courses().size(); position++) {
            var course = look.names().course(layout.courses().get(position));
            courses.add(new Months.OfCourse(course,
                    in(people, month, counts.get(layout.enrolled(position)), Milestone.Kind.ENROLLED, course.slug()),
                    in(people, month, counts.get(layout.passed(position)), Milestone.Kind.PASSED, course.slug()),
                    in(people, month, counts.get(layout.certified(position)), Milestone.Kind.CERTIFIED,
                            course.slug())));
        }
        return new Months.Month(month,
                new Figure(counts.get(Layout.DECIDED).in(month),
                        Dimension.MONTH.group(look.filter(), month.toString())),
                in(people, month, counts.get(Layout.FINISHED), Milestone.Kind.FINISHED, null), stages, courses);
    }

    private static Figure in(People people, YearMonth month, MonthCounts counts, Milestone.Kind kind,
            String subject) {
        return new Figure(counts.in(month), people.past(Milestone.of(kind, subject).in(month)));
    }

    Forecast forecast(Sight sight, MemberFilter filter) {
        var look = look(sight, filter.admittedBetween(null, null));
        var days = new DayCounts();
        look.selection().scan((block, rows, count) -> {
            for (int index = 0; index < count; index++) {
                days.countAdmission(block, rows[index]);
            }
        });
        int year = look.today().getYear();
        var target = !isWhole(look) ? 0 : look.programme().targets().stream()
                .filter(each -> each.year() == year)
                .mapToInt(YearTarget::members)
                .sum();
        return Forecast.of(look.programme(), look.filter(), look.asOf(), look.today(), days.first(),
                new Figure(days.byYear().getOrDefault(year, 0L),
                        Dimension.YEAR.group(look.filter(), String.valueOf(year))), target,
                day -> days.on(Layout.day(day)));
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
            var course = look.names().course(look.layout().courses().get(position));
            courses.add(new Numbers.OfCourse(course,
                    past(people, Milestone.Kind.ENROLLED, course, tally.enrolled(position)),
                    past(people, Milestone.Kind.PASSED, course, tally.passed(position)),
                    past(people, Milestone.Kind.CERTIFIED, course, tally.certified(position)),
                    new Numbers.Gain(past(people, Milestone.Kind.MEASURED, course, tally.measured(position)),
                            tally.before(position), tally.after(position))));
        }
        return courses;
    }

    private static Figure past(People people, Milestone.Kind kind, Numbers.Course course, long number) {
        return new Figure(number, people.past(Milestone.of(kind, course.slug())));
    }
}
