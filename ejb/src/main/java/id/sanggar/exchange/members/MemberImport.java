package id.sanggar.exchange.members;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A table of members that a manager brought, as its page shows it.
 *
 * @param partner who serves them all; null where a column says it, or nobody does
 * @param mapping numbers of columns, from 0; as guessed until somebody has said it
 * @param problem why the file as a whole was refused; null if it was not
 * @param rows looked through so far
 * @param done applied or undone so far, of {@code total}
 * @param counts of the outcomes, after the dry run
 * @param kept how many members the undoing left because they are no longer as they were brought
 */
public record MemberImport(UUID code, ProgrammeOutline programme, LocalizedText partner, String fileName,
        MemberImportState state, List<String> headings, Map<MemberField, Integer> mapping, Message problem, int rows,
        int done, int total, Map<MemberOutcome, Integer> counts, int kept, String author, Instant createdAt) {

    public MemberImport {
        headings = List.copyOf(headings);
        mapping = Map.copyOf(mapping);
        counts = Map.copyOf(counts);
    }

    public int count(MemberOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** How many rows applying would do something with. */
    public int toApply() {
        return counts.keySet().stream().filter(MemberOutcome::isApplied).mapToInt(this::count).sum();
    }

    /** How many rows are left out, for somebody to look at. */
    public int leftOut() {
        return count(MemberOutcome.DUPLICATE) + count(MemberOutcome.INVALID);
    }

    /** Whether it can still be given up without undoing anything. */
    public boolean isOpen() {
        return state == MemberImportState.RECEIVING || state == MemberImportState.MAPPING
                || state == MemberImportState.CHECKED;
    }
}
