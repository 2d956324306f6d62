package id.sanggar.exchange.members;

import id.sanggar.exchange.table.TableFormat;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.InvitationCode;
import id.sanggar.identity.Invitations;
import id.sanggar.identity.Role;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.MemberOrder;
import id.sanggar.programme.MemberRow;
import id.sanggar.programme.Members;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import id.sanggar.shared.PublicAddress;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Invites members who have not taken over their accounts: with a sheet of codes to print and cut out, or with a table
 * of links to send by whatever people read.
 */
@Stateless
@RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
public class Inviting {

    /** So many at a time: a sheet that is to be cut by hand, in a room, for people who are there. */
    public static final int MOST = 1_000;

    private static final int PAGE = 200;

    @Inject
    private Members members;

    @Inject
    private Invitations invitations;

    @Inject
    private PublicAddress address;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Sql sql;

    /** Somebody who can be invited. */
    record Waiting(Invitations.Invitee invitee, String name, String contact) {
    }

    /** How many of these people, those whom the caller manages, have not taken over their accounts. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public int waiting(MemberFilter people) {
        return find(people).size();
    }

    /**
     * Only whose account came into being with the very membership that the caller manages: else whoever brings a table
     * with the phone of somebody who has no password yet, a colleague or another partner's member, would get a code to
     * her account. Nor whoever was given a role since.
     */
    private List<Waiting> find(MemberFilter people) {
        var codes = new ArrayList<UUID>();
        var page = members.list(people, MemberOrder.NAME, 1, PAGE);
        if (page.total() > MOST * 10L) {
            throw new Conflict("exchange.people-too-many-invited", MOST);
        }
        for (var number = 1; number <= page.pages(); number++) {
            members.list(people, MemberOrder.NAME, number, PAGE).items().stream().map(MemberRow::code)
                    .forEach(codes::add);
        }
        return sql.rows("""
                select a.id, m.id as membership, a.name, coalesce(a.phone, a.email) as contact
                from membership m join account a on a.id = m.account_id
                where m.code = any(cast(? as uuid[])) and a.state = 'ACTIVE' and a.password_hash = 'none'
                    and exists (select 1 from member_import_member l where l.account_id = a.id
                        and l.membership_id = m.id and l.new_account)
                    and not exists (select 1 from role_grant g where g.account_id = a.id)
                order by lower(a.name), m.id""",
                row -> new Waiting(new Invitations.Invitee(row.getLong("id"), row.getLong("membership")),
                        row.getString("name"), row.getString("contact")),
                (Object) codes.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** @throws Conflict if they are none, or more than fit on a sheet */
    private List<InvitationCode> invite(MemberFilter people, List<Waiting> waiting) {
        if (waiting.isEmpty() || waiting.size() > MOST) {
            throw waiting.isEmpty() ? new Conflict("exchange.people-nobody-invited")
                    : new Conflict("exchange.people-too-many-invited", MOST);
        }
        audit.record("members.invited", people.programme() == null ? "all" : people.programme(), null,
                Map.of("people", waiting.size()));
        return invitations.invite(waiting.stream().map(Waiting::invitee).toList(), access.callerId());
    }

    /**
     * Gives everybody a new code, and writes them as a PDF to print, ten to a page.
     *
     * @throws Conflict as said, before anything is written
     */
    public void print(MemberFilter people, Locale locale, OutputStream out) {
        var waiting = find(people);
        var codes = invite(people, waiting);
        var sheet = new CodeSheet(locale, address.of("/join"));
        for (var at = 0; at < codes.size(); at++) {
            sheet.add(waiting.get(at).name(), waiting.get(at).contact(), codes.get(at));
        }
        try {
            sheet.print(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same as a table with a link for each. */
    public void write(MemberFilter people, Locale locale, OutputStream out) {
        var waiting = find(people);
        var codes = invite(people, waiting);
        try (var table = new TableWriter(TableFormat.CSV, out, "")) {
            table.add(List.of(MemberTables.heading(MemberField.NAME, locale),
                    MemberTables.heading(MemberField.PHONE, locale),
                    Messages.text(new Message("exchange.people-heading-link"), locale)));
            for (var at = 0; at < codes.size(); at++) {
                table.add(List.of(waiting.get(at).name(), waiting.get(at).contact(),
                        address.of("/join/" + codes.get(at).signs())));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
