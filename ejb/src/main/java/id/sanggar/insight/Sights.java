package id.sanggar.insight;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.NotAllowed;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finds what a person may see: her grants are read anew each time, as the access policy does. */
@ApplicationScoped
public class Sights {

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Sql sql;

    /** One that reaches over members: those of a programme and an organisation, or of all where it is null. */
    private record Grant(Long programme, Long organisation) {
    }

    /** Of every programme of which she may see some or all members, by slug. */
    public List<Sight> of(long account) {
        var grants = grants(account);
        return programmes.all().stream().flatMap(programme -> sight(programme, grants).stream()).toList();
    }

    /**
     * @throws NotFound if there is no such programme
     * @throws NotAllowed if she may see none of its members
     */
    public Sight of(long account, String programmeSlug) {
        var programme = programmes.bySlug(programmeSlug);
        return sight(programme, grants(account))
                .orElseThrow(() -> new NotAllowed("see figures of " + programmeSlug));
    }

    private List<Grant> grants(long account) {
        return sql.rows("""
                select case when role = 'MANAGER' then programme_id end as programme,
                    case when role = 'MANAGER' then organisation_id end as organisation
                from role_grant where account_id = ? and role in ('MANAGER', 'ADMIN')""",
                row -> new Grant(row.getObject("programme", Long.class), row.getObject("organisation", Long.class)),
                account);
    }

    private static Optional<Sight> sight(ProgrammeOutline programme, List<Grant> grants) {
        var organisations = new HashSet<Long>();
        grants.stream()
                .filter(grant -> grant.programme() == null || grant.programme() == programme.id())
                .forEach(grant -> organisations.add(grant.organisation()));
        if (organisations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sight(programme, organisations.contains(null) ? null : organisations));
    }
}
