package id.sanggar.insight;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.programme.MemberFilter;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What the command centre shows, as far as the caller manages the members it counts: a partner's manager has figures of
 * her own members alone. Figures are as of a few seconds ago; each is one scan over columns in memory, with five
 * small statements for grants, names and targets, whatever a filter narrows.
 *
 * <p>A filter must name its programme. Its text, which finds a person, narrows no figure. Every number carries the
 * filter of its list. What each counts is written down in {@code docs/figures.md}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class Figures {

    @Inject
    private Reckoning reckoning;

    @Inject
    private Sights sights;

    @Inject
    private Access access;

    /** Every programme the caller manages some or all members of, by slug. */
    public List<Funnel> overview() {
        return sights.of(access.callerId()).stream()
                .map(sight -> reckoning.funnel(sight, MemberFilter.of(sight.programme().slug())))
                .toList();
    }

    /**
     * Stages, states, paces and courses of the members of a filter.
     *
     * @throws NotFound if the filter names a programme or stage that is not there
     * @throws NotAllowed if the caller manages none of the programme's members
     */
    public Funnel funnel(MemberFilter filter) {
        return reckoning.funnel(sight(filter), filter);
    }

    /**
     * The same group by group.
     *
     * @throws NotFound as {@link #funnel}
     * @throws NotAllowed as {@link #funnel}
     */
    public Breakdown breakdown(MemberFilter filter, Dimension dimension) {
        return reckoning.breakdown(sight(filter), filter, dimension);
    }

    /**
     * How long the stages take the members of a filter.
     *
     * @throws NotFound as {@link #funnel}
     * @throws NotAllowed as {@link #funnel}
     */
    public StageTimes stageTimes(MemberFilter filter) {
        return reckoning.stageTimes(sight(filter), filter);
    }

    /**
     * What happened to the members of a filter, month by month.
     *
     * @throws NotFound as {@link #funnel}
     * @throws NotAllowed as {@link #funnel}
     */
    public Months months(MemberFilter filter) {
        return reckoning.months(sight(filter), filter);
    }

    /**
     * Where this year's admissions lead to; months of admission do not narrow it.
     *
     * @throws NotFound as {@link #funnel}
     * @throws NotAllowed as {@link #funnel}
     */
    public Forecast forecast(MemberFilter filter) {
        return reckoning.forecast(sight(filter), filter);
    }

    /**
     * Everything at once, which takes fewer statements than one after the other.
     *
     * @param filter of the members it counts
     * @param within the same or fewer: those of the map
     * @param area what lies in the map
     * @param by what is compared
     * @throws NotFound as {@link #funnel}
     * @throws NotAllowed as {@link #funnel}
     */
    public Board board(MemberFilter filter, MemberFilter within, Dimension area, Dimension by) {
        return reckoning.board(sight(filter), filter, within, area, by);
    }

    private Sight sight(MemberFilter filter) {
        return sights.of(access.callerId(), filter.programme());
    }
}
