package id.sanggar.insight;

import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * All that the command centre shows of a programme, or of those of its members whom a filter means, as of one moment:
 * whatever is on it agrees with the rest.
 *
 * @param areas of the map
 * @param partners by which its members can be narrowed
 * @param kblis likewise
 */
public record Board(Funnel funnel, StageTimes times, Months months, Forecast forecast, Breakdown areas,
        Breakdown compared, List<Choice> partners, List<Choice> kblis) {

    public Board {
        partners = List.copyOf(partners);
        kblis = List.copyOf(kblis);
    }

    /** A group that members are or were in; how many, nobody has counted. */
    public record Choice(String key, LocalizedText label) {
    }
}
