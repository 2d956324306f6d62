package id.sanggar.insight;

import id.sanggar.insight.population.Layout;
import id.sanggar.insight.population.Roll;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Milestone;
import id.sanggar.programme.Pace;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The members of a programme at one moment, as far as somebody may see them and a filter means them. Each view is one
 * scan over their columns.
 *
 * @param today in the programme's zone
 */
record Look(Roll roll, Instant asOf, Names names, LocalDate today, Sight sight, MemberFilter filter,
        Selection selection) {

    static Look at(Roll roll, Instant asOf, Names names, LocalDate today, Sight sight, MemberFilter filter) {
        return new Look(roll, asOf, names, today, sight, filter, new Selection(roll, sight, filter, names, today));
    }

    /** The same moment, of other members. */
    Look at(MemberFilter others) {
        return at(roll, asOf, names, today, sight, others.inProgramme(filter.programme()).named(null));
    }

    private ProgrammeOutline programme() {
        return sight.programme();
    }

    private Layout layout() {
        return roll.layout();
    }

    private Tally tally() {
        return new Tally(layout(), today);
    }

    Funnel funnel() {
        var tally = tally();
        var admitted = new DayCounts();
        selection.scan((block, rows, count) -> {
            for (int index = 0; index < count; index++) {
                tally.count(block, rows[index]);
                admitted.countAdmission(block, rows[index]);
            }
        });
        return new Funnel(programme(), filter, asOf, numbers(filter, tally), target(filter),
                years(admitted.byYear()));
    }

    /** Targets are of all members there are: who may see some of them alone is told those of her partners alone. */
    private int target(MemberFilter part) {
        return sight.organisations() == null || part.partner() != null
                ? new Targets(programme(), names.targets()).of(part)
                : 0;
    }

    private List<Funnel.OfYear> years(Map<Integer, Long> admitted) {
        var years = new TreeSet<>(new Targets(programme(), names.targets()).years());
        years.addAll(admitted.keySet());
        return years.stream()
                .map(year -> {
                    var people = Dimension.YEAR.group(filter, String.valueOf(year));
                    return new Funnel.OfYear(year, target(people),
                            new Figure(admitted.getOrDefault(year, 0L), people));
                })
                .filter(year -> year.target() > 0 || year.admitted().number() > 0)
                .toList();
    }

    Breakdown breakdown(Dimension dimension) {
        var grouping = Grouping.of(dimension, roll, names);
        var tallies = IntStream.range(0, grouping.keys().size()).mapToObj(group -> tally()).toList();
        var total = tally();
        selection.scan((block, rows, count) -> {
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
        var titles = names.titles(dimension);
        return new Breakdown(programme(), filter, dimension, asOf, found.stream()
                .map(group -> {
                    var key = grouping.keys().get(group);
                    var people = dimension.group(filter, key);
                    return new Breakdown.Row(key, label(dimension, key, titles), target(people),
                            numbers(people, tallies.get(group)));
                })
                .sorted(order(dimension))
                .toList(), numbers(filter, total));
    }

    /** Groups that members are or were in, without a look at any. */
    List<Board.Choice> choices(Dimension dimension) {
        var seen = names.organisations().entrySet().stream()
                .filter(organisation -> sight.covers(organisation.getKey()))
                .map(organisation -> organisation.getValue().slug())
                .collect(Collectors.toSet());
        var titles = names.titles(dimension);
        return Grouping.of(dimension, roll, names).keys().stream()
                .filter(key -> dimension != Dimension.PARTNER || sight.organisations() == null || seen.contains(key))
                .map(key -> new Board.Choice(key, label(dimension, key, titles)))
                .toList();
    }

    StageTimes stageTimes() {
        int count = layout().stages().size();
        var took = Stream.generate(Durations::new).limit(count).toList();
        var waiting = Stream.generate(Durations::new).limit(count).toList();
        int day = Layout.day(today);
        selection.scan((block, rows, meant) -> {
            for (int stage = 0; stage < count; stage++) {
                between(block.column(layout().entered(stage)), block.column(layout().left(stage)), rows,
                        meant, took.get(stage));
            }
            for (int index = 0; index < meant; index++) {
                int row = rows[index];
                if (block.column(Layout.STATE)[row] == Membership.State.ACTIVE.ordinal()) {
                    waiting.get(block.column(Layout.STAGE)[row])
                            .add(Math.max(0, day - block.column(Layout.SINCE)[row]));
                }
            }
        });
        var people = new People(programme(), filter);
        return new StageTimes(programme(), filter, asOf, programme().stages().stream()
                .filter(stage -> layout().stages().contains(stage.id()))
                .map(stage -> {
                    int position = layout().stages().indexOf(stage.id());
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

    Months months() {
        var layout = layout();
        var counts = Stream.generate(MonthCounts::new).limit(layout.width()).toList();
        selection.scan((block, rows, count) -> {
            counts.get(Layout.DECIDED).countWhere(block.column(Layout.STAGE), block.column(Layout.DECIDED), rows,
                    count);
            counts.get(Layout.FINISHED).count(block.column(Layout.FINISHED), rows, count);
            for (int column = layout.entered(0); column < layout.width(); column++) {
                counts.get(column).count(block.column(column), rows, count);
            }
        });
        var begins = YearMonth.from(programme().starts());
        var first = counts.get(Layout.DECIDED).first().filter(month -> month.isBefore(begins)).orElse(begins);
        var months = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(Math.max(0, ChronoUnit.MONTHS.between(first, YearMonth.from(today)) + 1))
                .map(month -> month(counts, month))
                .toList();
        return new Months(programme(), filter, asOf, months);
    }

    private Months.Month month(List<MonthCounts> counts, YearMonth month) {
        var layout = layout();
        var people = new People(programme(), filter);
        var stages = programme().stages().stream()
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
            var course = names.course(layout.courses().get(position));
            courses.add(new Months.OfCourse(course,
                    in(people, month, counts.get(layout.enrolled(position)), Milestone.Kind.ENROLLED, course.slug()),
                    in(people, month, counts.get(layout.passed(position)), Milestone.Kind.PASSED, course.slug()),
                    in(people, month, counts.get(layout.certified(position)), Milestone.Kind.CERTIFIED,
                            course.slug())));
        }
        return new Months.Month(month,
                new Figure(counts.get(Layout.DECIDED).in(month),
                        Dimension.MONTH.group(filter, month.toString())),
                in(people, month, counts.get(Layout.FINISHED), Milestone.Kind.FINISHED, null), stages, courses);
    }

    private static Figure in(People people, YearMonth month, MonthCounts counts, Milestone.Kind kind,
            String subject) {
        return new Figure(counts.in(month), people.past(Milestone.of(kind, subject).in(month)));
    }

    Forecast forecast() {
        var days = new DayCounts();
        selection.scan((block, rows, count) -> {
            for (int index = 0; index < count; index++) {
                days.countAdmission(block, rows[index]);
            }
        });
        int year = today.getYear();
        var people = Dimension.YEAR.group(filter, String.valueOf(year));
        return Forecast.of(programme(), filter, asOf, today, days.first(),
                new Figure(days.byYear().getOrDefault(year, 0L), people), target(people),
                day -> days.on(Layout.day(day)));
    }

    private static Comparator<Breakdown.Row> order(Dimension dimension) {
        var byKey = Comparator.comparing(Breakdown.Row::key);
        return Comparator.comparing((Breakdown.Row row) -> row.key().equals(MemberFilter.NONE))
                .thenComparing(dimension.isInOrder() ? byKey
                        : Comparator.comparing((Breakdown.Row row) -> -row.numbers().members().number())
                                .thenComparing(byKey));
    }

    private LocalizedText label(Dimension dimension, String key, Map<String, LocalizedText> titles) {
        var known = dimension.isArea() ? names.area(key) : titles.get(key);
        return known == null ? new LocalizedText(key, key) : known;
    }

    private Numbers numbers(MemberFilter of, Tally tally) {
        var people = new People(programme(), of);
        var stages = new ArrayList<Numbers.OfStage>();
        for (var stage : programme().stages()) {
            int position = layout().stages().indexOf(stage.id());
            stages.add(new Numbers.OfStage(stage,
                    new Figure(position < 0 ? 0 : tally.now(position), people.now(stage)),
                    new Figure(position < 0 ? 0 : tally.reached(position), people.reached(stage))));
        }
        return new Numbers(new Figure(tally.everybody(), of), stages.get(0).reached(),
                Stream.of(Membership.State.values())
                        .map(state -> new Numbers.OfState(state, new Figure(tally.in(state), people.in(state))))
                        .toList(),
                Stream.of(Pace.values())
                        .map(pace -> new Numbers.OfPace(pace, new Figure(tally.at(pace), people.at(pace))))
                        .toList(),
                stages, courses(people, tally), tally.approval().days());
    }

    private List<Numbers.OfCourse> courses(People people, Tally tally) {
        var courses = new ArrayList<Numbers.OfCourse>();
        for (int position = 0; position < layout().courses().size(); position++) {
            var course = names.course(layout().courses().get(position));
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
