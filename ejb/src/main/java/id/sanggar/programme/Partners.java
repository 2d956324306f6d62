package id.sanggar.programme;

import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Organisation;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Region;
import id.sanggar.identity.Residences;
import id.sanggar.identity.Role;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import id.sanggar.shared.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An administrator keeps the list of partners: who they are, who manages their members, how many these are. */
@Stateless
@RolesAllowed(Role.IS_ADMIN)
public class Partners {

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST = 200;

    private static final String PARTNER = """
            select o.slug, o.name_id, o.name_en, o.kind, o.region, count(*) over () as total,
                (select count(*) from membership m where m.organisation_id = o.id
                    and m.state in ('ACTIVE', 'COMPLETED')) as members,
                array(select a.name from role_grant g join account a on a.id = g.account_id
                    where g.organisation_id = o.id and g.role = 'MANAGER' order by a.name, g.id) as managers,
                array(select p.title_id from role_grant g join account a on a.id = g.account_id
                    left join programme p on p.id = g.programme_id
                    where g.organisation_id = o.id and g.role = 'MANAGER' order by a.name, g.id) as where_id,
                array(select p.title_en from role_grant g join account a on a.id = g.account_id
                    left join programme p on p.id = g.programme_id
                    where g.organisation_id = o.id and g.role = 'MANAGER' order by a.name, g.id) as where_en
            from organisation o where %s order by lower(o.name_id), o.id""";

    @Inject
    private Sql sql;

    @Inject
    private Organisations organisations;

    @Inject
    private Residences residences;

    @Inject
    private AuditTrail audit;

    /**
     * What an administrator writes of a partner, as it was typed.
     *
     * @param nameEn empty for the same
     * @param kind name of an {@link Organisation.Kind}
     * @param region as {@link Residences#findArea} understands it; empty where it works everywhere
     */
    public record Form(String name, String nameEn, String kind, String region) {

        /** What a form shows, or shows again, by the names of its fields. */
        public static Form of(Map<String, String> fields) {
            return new Form(fields.get("name"), fields.get("nameEn"), fields.get("kind"), fields.get("region"));
        }

        /** Nothing of them is null. */
        public Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            fields.put("name", name);
            fields.put("nameEn", nameEn);
            fields.put("kind", kind);
            fields.put("region", region);
            fields.replaceAll((field, value) -> value == null ? "" : value.strip());
            return fields;
        }
    }

    /**
     * By their names.
     *
     * @param text part of the name; empty for all
     * @param number of the page, from 1
     */
    public Page<Partner> list(String text, int number) {
        var part = "%" + Sql.literal(text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) + "%";
        return sql.page(PARTNER.formatted("lower(o.name_id) like ? or lower(o.name_en) like ?") + " limit ? offset ?",
                this::partner, number, PAGE_SIZE, part, part);
    }

    /** @throws NotFound if there is no such partner */
    public Partner partner(String slug) {
        return sql.row(PARTNER.formatted("o.slug = ?"), this::partner, slug)
                .orElseThrow(() -> new NotFound("partner " + slug));
    }

    private Partner partner(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("managers").getArray();
        var indonesian = (String[]) row.getArray("where_id").getArray();
        var english = (String[]) row.getArray("where_en").getArray();
        var managers = new ArrayList<Partner.Appointed>();
        for (int at = 0; at < names.length; at++) {
            managers.add(new Partner.Appointed(names[at],
                    indonesian[at] == null ? null : new LocalizedText(indonesian[at], english[at])));
        }
        var region = row.getString("region");
        return new Partner(row.getString("slug"), new LocalizedText(row.getString("name_id"), row.getString("name_en")),
                Organisation.Kind.valueOf(row.getString("kind")), region == null ? "" : residences.inWords(region),
                row.getLong("members"), managers);
    }

    /**
     * @return slug of the new partner, made of its name
     * @throws Invalid naming {@code name}, {@code nameEn}, {@code kind} or {@code region}
     */
    public String make(Form form) {
        var slug = FreshSlug.of(form.name(), "mitra",
                taken -> sql.row("select 1 from organisation where slug = ?", row -> true, taken).isPresent());
        put(slug, form);
        audit.record("partner.created", slug, null, Map.of());
        return slug;
    }

    /**
     * What somebody else changed meanwhile, and the caller did not, stays as it is.
     *
     * @param was what the form showed when it was opened
     * @throws NotFound if there is no such partner
     * @throws Invalid as {@link #make}, or naming what somebody else changed to something else meanwhile
     */
    public void change(String slug, Map<String, String> was, Form form) {
        sql.rows("select id from organisation where slug = ? for no key update", row -> row.getLong(1), slug);
        var now = partner(slug).form().fields();
        put(slug, Form.of(Meanwhile.merge(was, form.fields(), now)));
        audit.record("partner.changed", slug, null, Map.of());
    }

    private void put(String slug, Form form) {
        var wrong = new LinkedHashMap<String, Message>();
        var name = text(form.name(), "name", wrong);
        if (name == null) {
            wrong.putIfAbsent("name", new Message("programme.partner-name-needed"));
        }
        var english = text(form.nameEn(), "nameEn", wrong);
        var kind = Arrays.stream(Organisation.Kind.values())
                .filter(each -> each.name().equals(form.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            wrong.put("kind", new Message("programme.choose-one"));
        }
        var region = region(form.region(), wrong);
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        organisations.put(slug, new LocalizedText(name, english == null ? name : english), kind,
                region == null ? null : region.code());
    }

    private static String text(String typed, String field, Map<String, Message> wrong) {
        var text = typed == null || typed.isBlank() ? null : typed.strip().replaceAll("\\s+", " ");
        if (text != null && text.length() > LONGEST) {
            wrong.put(field, new Message("programme.too-long", LONGEST));
        }
        return text;
    }

    private Region region(String typed, Map<String, Message> wrong) {
        try {
            return typed == null || typed.isBlank() ? null : residences.findArea(typed);
        } catch (Invalid invalid) {
            wrong.put("region", new Message("programme.bad-area", typed.strip()));
            return null;
        }
    }
}
