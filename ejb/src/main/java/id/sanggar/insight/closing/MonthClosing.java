package id.sanggar.insight.closing;

import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.insight.Sight;
import id.sanggar.insight.Sights;
import id.sanggar.programme.LastCounted;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The months of a programme. A month that is over is closed by a person; from then on its figures are those of that
 * moment. What turns out otherwise later stands beside them as a difference until a person publishes it, with a reason,
 * as a restatement.
 */
@Stateless
public class MonthClosing {

    private static final int LONGEST_REASON = 400;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private MonthFacts facts;

    @Inject
    private LastCounted counted;

    @Inject
    private ClosedMonths closed;

    @Inject
    private MonthDifferences differences;

    @Inject
    private Sights sights;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param partners null for all members */
    private record Open(Asked asked, Set<Long> partners, boolean places) {
    }

    /**
     * The months of a year in sums. Three statements, and two of the access policy.
     *
     * @param year null for the newest; one that the programme does not have is the nearest
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if the caller manages none of its members
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MonthYear year(String programmeSlug, Integer year) {
        var programme = programmes.bySlug(programmeSlug);
        var sight = sight(programme);
        var first = first(programme);
        var last = last(programme);
        var shown = year == null ? last.getYear() : Math.max(first.getYear(), Math.min(last.getYear(), year));
        var from = latest(first, YearMonth.of(shown, 1));
        var until = earliest(last, YearMonth.of(shown, 12));
        var frozen = closed.between(programme.id(), from, until).stream()
                .collect(Collectors.toMap(ClosedMonth::month, month -> month));
        var numbers = sums(facts.frozen(programme.id(), from, until, sight, false));
        var open = months(from, until).stream().filter(month -> !frozen.containsKey(month)).toList();
        if (!open.isEmpty()) {
            var now = sums(counted(Asked.of(programme, open.get(0), open.get(open.size() - 1)), sight, false));
            open.forEach(month -> numbers.put(month, now.getOrDefault(month, Map.of())));
        }
        var months = months(from, until).stream()
                .sorted(Comparator.reverseOrder())
                .map(month -> summary(programme, month, frozen.get(month), numbers.getOrDefault(month, Map.of()),
                        sight))
                .toList();
        return new MonthYear(programme, shown, IntStream.rangeClosed(first.getYear(), last.getYear()).boxed().toList(),
                sight.organisations() == null, months);
    }

    private MonthSummary summary(ProgrammeOutline programme, YearMonth month, ClosedMonth frozen,
            Map<Measure, MonthNumber> numbers, Sight sight) {
        return frozen == null
                ? new MonthSummary(month, isOver(programme, month) ? MonthState.OPEN : MonthState.RUNNING, null,
                        numbers, 0, false)
                : new MonthSummary(month, MonthState.CLOSED, closing(frozen), numbers, frozen.restatements(),
                        sight.organisations() == null && frozen.differing() > 0);
    }

    /** Months that are not closed, once for all who see the same as long as nothing changes. */
    private List<MonthCell> counted(Asked asked, Sight sight, boolean places) {
        return counted.of(new Open(asked, sight.organisations(), places),
                () -> List.copyOf(facts.counted(asked, sight, places)));
    }

    private static Map<YearMonth, Map<Measure, MonthNumber>> sums(List<MonthCell> cells) {
        var sums = new HashMap<YearMonth, Map<Measure, MonthNumber>>();
        cells.forEach(cell -> sums.computeIfAbsent(cell.month(), month -> new EnumMap<>(Measure.class))
                .merge(cell.measure(), cell.number(), MonthNumber::plus));
        return sums;
    }

    /**
     * One month in full.
     *
     * @throws NotFound if there is no such programme, or it was not running then, or not yet
     * @throws NotAllowed if the caller manages none of its members
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MonthPage month(String programmeSlug, YearMonth month) {
        var programme = programmes.bySlug(programmeSlug);
        var sight = sight(programme);
        requireRunning(programme, month);
        return page(programme, month, sight);
    }

    private MonthPage page(ProgrammeOutline programme, YearMonth month, Sight sight) {
        var frozen = closed.of(programme.id(), month);
        var cells = frozen.isPresent()
                ? facts.frozen(programme.id(), month, month, sight, true)
                : counted(Asked.of(programme, month, month), sight, true);
        return new MonthPage(programme, month, frozen.isPresent() ? MonthState.CLOSED
                : isOver(programme, month) ? MonthState.OPEN : MonthState.RUNNING, sight.organisations() == null,
                frozen.map(MonthClosing::closing).orElse(null), MonthPage.lines(cells), MonthTable.byPartner(cells),
                MonthTable.byRegency(cells),
                frozen.map(one -> differences.published(one, sight)).orElse(List.of()),
                frozen.map(one -> differences.of(one, sight, clock.instant())).orElse(null));
    }

    /**
     * Closes a month for good.
     *
     * @throws NotFound as {@link #month}
     * @throws NotAllowed if the caller does not manage the whole programme
     * @throws Conflict if it is not over in the programme's zone, or closed already
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void close(String programmeSlug, YearMonth month) {
        var programme = programmes.bySlug(programmeSlug);
        access.requireManagerOfAll(programme.id());
        requireRunning(programme, month);
        if (!isOver(programme, month)) {
            throw new Conflict("insight.month-not-over", MonthName.of(month),
                    LocalizedText.of(month.plusMonths(1).atDay(1)));
        }
        var asked = Asked.of(programme, month, month);
        var id = closed.close(asked, month, access.callerId(), clock.instant()).orElseThrow(() ->
                new Conflict("insight.month-closed-already", MonthName.of(month), closed.of(programme.id(), month)
                        .map(ClosedMonth::closedBy)
                        .orElse("")));
        closed.freeze(id, asked);
        audit.record("month.closed", programme.slug(), programme.id(), Map.of("month", month));
    }

    /**
     * Publishes what a closed month is otherwise now, for good.
     *
     * @param seen {@link MonthDifference#seen} of what the caller has read
     * @param reason for everyone to read, up to 400 characters
     * @throws NotFound as {@link #month}, or if the month is not closed
     * @throws NotAllowed if the caller does not manage the whole programme
     * @throws Invalid naming {@code reason} if it is missing or too long
     * @throws Conflict if it is otherwise by now than she has read
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void restate(String programmeSlug, YearMonth month, String seen, String reason) {
        var programme = programmes.bySlug(programmeSlug);
        access.requireManagerOfAll(programme.id());
        if (reason == null || reason.isBlank()) {
            throw Invalid.of("reason", "insight.restatement-needs-reason");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Invalid.of("reason", "insight.reason-too-long", LONGEST_REASON);
        }
        closed.lock(closed(programme, month));
        var now = clock.instant();
        var locked = closed(programme, month);
        var difference = differences.of(locked, new Sight(programme, null), now);
        var id = closed.publish(locked, reason.strip(), difference.since(), MonthDifferences.json(difference.told()),
                access.callerId(), now);
        // What is written is what the database found at that moment: it counts only if that is what she has read.
        if (difference.isNone() || !differences.write(locked, id).equals(seen)) {
            throw new Conflict("insight.difference-changed");
        }
        closed.noteChecked(locked, 0, now);
        audit.record("month.restated", programme.slug(), programme.id(),
                Map.of("month", month, "number", locked.restatements() + 1));
    }

    private ClosedMonth closed(ProgrammeOutline programme, YearMonth month) {
        return closed.of(programme.id(), month).orElseThrow(() -> new NotFound("closed month " + month));
    }

    /**
     * Writes months as CSV (RFC 4180, UTF-8 with a byte order mark, for spreadsheets): a row for each number, by
     * partner and regency.
     *
     * @param last included
     * @param out stays open
     * @throws NotFound if there is no such programme, or it had none of these months
     * @throws NotAllowed if the caller manages none of its members
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void export(String programmeSlug, YearMonth first, YearMonth last, Locale locale, OutputStream out) {
        var programme = programmes.bySlug(programmeSlug);
        var sight = sight(programme);
        var from = latest(first, first(programme));
        var until = earliest(last, last(programme));
        if (from.isAfter(until)) {
            throw new NotFound("months from " + first + " to " + last);
        }
        var frozen = closed.between(programme.id(), from, until).stream()
                .collect(Collectors.toMap(ClosedMonth::month, month -> month));
        var cells = new ArrayList<>(facts.frozen(programme.id(), from, until, sight, true));
        var open = months(from, until).stream().filter(month -> !frozen.containsKey(month)).toList();
        if (!open.isEmpty()) {
            facts.counted(Asked.of(programme, open.get(0), open.get(open.size() - 1)), sight, true).stream()
                    .filter(cell -> !frozen.containsKey(cell.month()))
                    .forEach(cells::add);
        }
        var sheet = new MonthSheet(locale, programme.zone(), out);
        cells.sort(Comparator.comparing(MonthCell::month).thenComparing(MonthCell::measure));
        cells.forEach(cell -> {
            var month = frozen.get(cell.month());
            sheet.add(cell, month != null ? MonthState.CLOSED
                    : isOver(programme, cell.month()) ? MonthState.OPEN : MonthState.RUNNING,
                    month == null ? null : closing(month));
        });
        sheet.end();
        audit.record("months.exported", programme.slug(), programme.id(),
                Map.of("from", from, "until", until, "rows", cells.size()));
    }

    private Sight sight(ProgrammeOutline programme) {
        return sights.of(access.callerId(), programme.slug());
    }

    private void requireRunning(ProgrammeOutline programme, YearMonth month) {
        if (month.isBefore(first(programme)) || month.isAfter(last(programme))) {
            throw new NotFound("month " + month);
        }
    }

    private static YearMonth first(ProgrammeOutline programme) {
        return YearMonth.from(programme.starts());
    }

    /** This month, in the programme's zone; of a programme that is to come, its first. */
    private YearMonth last(ProgrammeOutline programme) {
        return latest(first(programme), YearMonth.from(programme.day(clock.instant())));
    }

    private boolean isOver(ProgrammeOutline programme, YearMonth month) {
        return YearMonth.from(programme.day(clock.instant())).isAfter(month);
    }

    private static YearMonth latest(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static YearMonth earliest(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<YearMonth> months(YearMonth first, YearMonth last) {
        var months = new ArrayList<YearMonth>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static ClosedBy closing(ClosedMonth month) {
        return new ClosedBy(month.closedBy(), month.closedAt());
    }
}
