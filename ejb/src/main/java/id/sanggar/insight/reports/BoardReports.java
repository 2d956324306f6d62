package id.sanggar.insight.reports;

import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.identity.Role;
import id.sanggar.insight.Board;
import id.sanggar.insight.BoardAddress;
import id.sanggar.insight.Dimension;
import id.sanggar.insight.Figures;
import id.sanggar.insight.TileMaps;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A view of the command centre as a report, to be handed on as a file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BoardReports {

    @Inject
    private Figures figures;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private TileMaps maps;

    @Inject
    private Regions regions;

    /**
     * @throws NotFound if the address names no programme or one that is not there
     * @throws NotAllowed if the caller manages none of its members
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Report of(BoardAddress address, Locale locale) {
        if (address.filter().programme() == null) {
            throw new NotFound("programme");
        }
        var filter = address.filter();
        var area = area(address, programmes.bySlug(filter.programme()).region());
        var within = filter.region() == null && !area.isEmpty() ? filter.livingIn(area) : filter;
        var board = figures.board(filter, within, dimension(area), address.by());
        return new BoardSheets(locale, narrowed(board, locale)).of(board);
    }

    /** What the filter of the view names, in words, by parameter. */
    private Map<String, String> narrowed(Board board, Locale locale) {
        var filter = board.funnel().filter();
        var programme = board.funnel().programme();
        var words = new LinkedHashMap<>(filter.parameters());
        words.remove("programme");
        words.computeIfPresent("stage", (name, slug) -> programme.stage(slug).title().in(locale));
        words.computeIfPresent("reached", (name, slug) -> programme.stage(slug).title().in(locale));
        words.computeIfPresent("cohort", (name, slug) -> programme.hasCohort(slug)
                ? programme.cohort(slug).title().in(locale)
                : slug);
        words.computeIfPresent("region", (name, code) -> regions.find(code.replace(MemberFilter.NONE, ""))
                .map(Region::name)
                .orElse(code));
        words.computeIfPresent("partner", (name, slug) -> board.partners().stream()
                .filter(partner -> partner.key().equals(slug))
                .map(partner -> partner.label().in(locale))
                .findFirst()
                .orElse(slug));
        words.computeIfPresent("gender", (name, gender) -> gender.equals(MemberFilter.NONE) ? gender
                : Messages.text(new Message("insight.group-" + gender), locale));
        words.computeIfPresent("pace", (name, pace) -> Messages.text(new Message("insight.sum-" + pace), locale)
                .replaceFirst("^– ", ""));
        return words;
    }

    /** What the map of the view shows. */
    private static String area(BoardAddress address, String home) {
        var region = address.filter().region();
        return address.area() != null ? address.area()
                : region == null || region.endsWith(MemberFilter.NONE) ? home
                        : region.substring(0, Math.min(region.length(), Region.Level.DISTRICT.digits()));
    }

    private Dimension dimension(String area) {
        var codes = maps.of(area).codes();
        return Dimension.ofArea(codes.isEmpty() ? Region.Level.VILLAGE.digits() : codes.get(0).length());
    }
}
