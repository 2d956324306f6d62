package id.sanggar.benchmark;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that looks at very many people, and the bare SQL it cannot be faster than: the same rows or numbers, asked for
 * by a connection that is open already and shown to nobody.
 *
 * @param who signs in to see it
 */
record HotPage(String name, String who, String path, String bare) {

    private static final String LIST = "select m.code, a.name, a.phone, a.email, m.state, m.stage_id, m.cohort_id,"
            + " m.applied_at, m.decided_at from membership m join account a on a.id = m.account_id"
            + " left join stage s on s.id = m.stage_id where m.programme_id = (select id from programme"
            + " where slug = 'jakpreneur') ";
    private static final String COUNTS = "select state, stage_id, count(*) from membership where programme_id ="
            + " (select id from programme where slug = 'jakpreneur') group by state, stage_id";
    private static final String PROGRAMME = "/manage/programmes/" + JakPreneur.SLUG;
    private static final String BOARD = "/manage?programme=" + JakPreneur.SLUG;

    /** A page of the same kind that looks at nobody. */
    static final String EMPTY = "/manage/members?programme=" + JakPreneur.SLUG + "&q=xqzxqz";

    private static final String ENTERED = "select date_trunc('month', entered_at), stage_id, count(*)"
            + " from membership_stage where entered_at >= date_trunc('%1$s', now()) - interval '1 %1$s'"
            + " group by 1, 2";

    private static final String MEMBERS = "/manage/members?programme=" + JakPreneur.SLUG;

    /** All of them, for the people who are there. */
    static List<HotPage> of(Tally tally) {
        var pages = new ArrayList<HotPage>();
        boards(pages);
        pages.add(chief("programme", PROGRAMME, COUNTS));
        pages.add(chief("months of a year", PROGRAMME + "/months", ENTERED.formatted("year")));
        pages.add(chief("a month that is not closed", PROGRAMME + "/months/"
                + tally.text("select to_char(now() - interval '1 month', 'YYYY-MM')"), ENTERED.formatted("month")));
        pages.add(chief("scorecards of partners", PROGRAMME + "/scorecards", grouped("m.organisation_id", "")));
        list(pages, "newest", "m.applied_at desc, m.id");
        list(pages, "oldest", "m.applied_at, m.id desc");
        list(pages, "name", "lower(a.name) using ~<~, m.id");
        list(pages, "name-from-z", "lower(a.name) using ~>~, m.id desc");
        list(pages, "stage", "s.position nulls first, m.applied_at desc, m.id");
        list(pages, "stage-from-last", "s.position desc nulls last, m.applied_at desc, m.id");
        pages.add(chief("members, page 1,000", MEMBERS + "&page=1000",
                LIST + "order by m.applied_at desc, m.id limit 25 offset 24975"));
        pages.add(chief("members, by name, page 1,000", MEMBERS + "&order=name&page=1000",
                LIST + "order by lower(a.name) using ~<~, m.id limit 25 offset 24975"));
        search(pages, "two words of a name", "siti+rahayu",
                "to_tsvector('simple', a.name) @@ to_tsquery('simple', 'siti:* & rahayu:*')");
        search(pages, "one word of very many names", "siti",
                "to_tsvector('simple', a.name) @@ to_tsquery('simple', 'siti:*')");
        search(pages, "the beginning of a phone number", "0841000012", "a.phone like '+62841000012%'");
        search(pages, "an e-mail address", "anggota1@", "lower(a.email) like 'anggota1@%'");
        var cohort = tally.text("select slug from cohort c join membership m on m.cohort_id = c.id"
                + " group by c.id order by count(*) desc, c.id limit 1");
        pages.add(chief("members of a class", MEMBERS + "&cohort=" + cohort,
                LIST + "and m.cohort_id = (select id from cohort where slug = '" + cohort + "')"
                + " order by m.applied_at desc"));
        pages.add(chief("members who reached the fourth stage", MEMBERS + "&reached=perizinan", LIST
                + "and s.position >= 4 order by m.applied_at desc, m.id limit 25"));
        pages.add(chief("applicants", MEMBERS + "&state=applied",
                LIST + "and m.state = 'APPLIED' order by m.applied_at desc, m.id limit 25"));
        behind(pages, "of one city", "region=3174", "join person h on h.account_id = m.account_id",
                "and h.region like '3174%'");
        behind(pages, "of a village", "region=3174091001", "join person h on h.account_id = m.account_id",
                "and h.region = '3174091001'");
        behind(pages, "of a partner", "partner=mitra-jakpreneur-060", "", "and m.organisation_id = (select id from"
                + " organisation where slug = 'mitra-jakpreneur-060')");
        behind(pages, "who are women", "gender=female", "", "and a.gender = 'FEMALE'");
        behind(pages, "in a line of business", "kbli=10", "join business b on b.id = m.business_id",
                "and b.kbli like '10%'");
        behind(pages, "who have stalled", "pace=stalled", "", "and m.state = 'ACTIVE' and not exists (select from"
                + " enrolment e join activity_fact f on f.enrolment_id = e.id where e.account_id = a.id"
                + " and f.at > now() - interval '90 days')");
        var member = tally.text("select m.code from membership m join membership_stage s on s.membership_id = m.id"
                + " group by m.id order by count(*) desc, m.id limit 1");
        pages.add(chief("a member", "/manage/members/" + member, "select m.*, a.*, e.* from membership m"
                + " join account a on a.id = m.account_id left join enrolment e on e.account_id = a.id"
                + " where m.code = '" + member + "'"));
        pages.add(chief("evidence that waits", "/manage/evidence", "select e.*, a.name from evidence e"
                + " join membership m on m.id = e.membership_id join account a on a.id = m.account_id"
                + " where e.state = 'WAITING' order by e.handed_in_at, e.id limit 25"));
        pages.add(chief("recomputations", "/manage/recomputations", "select * from recomputation order by id desc"));
        pages.add(chief("imports", "/manage/members/import", "select * from member_import order by id desc limit 25"));
        pages.add(chief("batches of certificates", "/manage/certificates",
                "select i.*, (select count(*) from issuance_item t where t.issuance_id = i.id) from issuance i"));
        var partner = "and m.organisation_id = (select organisation_id from role_grant g join account a"
                + " on a.id = g.account_id where a.email = '" + JakPreneur.PARTNERS_MANAGER + "') ";
        pages.add(partners("command centre of a partner", "/manage", COUNTS.replace("group by", partner
                .replace("m.organisation_id", "organisation_id") + "group by")));
        pages.add(partners("members of a partner, by name", MEMBERS + "&order=name",
                LIST + partner + "order by lower(a.name) using ~<~, m.id limit 25"));
        pages.add(partners("members of a partner, two words of a name", MEMBERS + "&q=siti+rahayu", LIST + partner
                + "and to_tsvector('simple', a.name) @@ to_tsquery('simple', 'siti:* & rahayu:*')"
                + " order by m.applied_at desc, m.id limit 25"));
        return pages;
    }

    /** The views of the command centre: each is as many groups of a quarter of a million people. */
    private static void boards(List<HotPage> pages) {
        pages.add(chief("command centre", BOARD, COUNTS));
        board(pages, "gender", "a.gender", "join account a on a.id = m.account_id");
        board(pages, "district", "left(h.region, 6)", "join person h on h.account_id = m.account_id");
        board(pages, "village", "h.region", "join person h on h.account_id = m.account_id");
        board(pages, "partner", "m.organisation_id", "");
        board(pages, "cohort", "m.cohort_id", "");
        board(pages, "kbli", "b.kbli", "join business b on b.id = m.business_id");
        board(pages, "month", "date_trunc('month', m.decided_at)", "");
        board(pages, "year", "date_trunc('year', m.decided_at)", "");
        pages.add(chief("command centre, one city", BOARD + "&region=3174",
                grouped("m.stage_id", "join person h on h.account_id = m.account_id and h.region like '3174%'")));
        pages.add(chief("command centre, women of one district", BOARD + "&region=317409&gender=female",
                grouped("m.stage_id", "join person h on h.account_id = m.account_id and h.region like '317409%'"
                        + " join account a on a.id = m.account_id and a.gender = 'FEMALE'")));
        var year = Year.now();
        pages.add(chief("command centre, admitted this year", BOARD + "&from=" + year + "-01&until=" + year + "-12",
                grouped("m.stage_id", "and m.decided_at >= '" + year + "-01-01'")));
        for (var format : List.of("csv", "xlsx", "pdf")) {
            pages.add(chief("command centre as " + format, "/files/boards/" + JakPreneur.SLUG + "." + format, COUNTS));
        }
    }

    private static void board(List<HotPage> pages, String by, String column, String joined) {
        pages.add(chief("command centre by " + by, BOARD + "&by=" + by, grouped(column, joined)));
    }

    private static String grouped(String column, String joined) {
        return "select " + column + ", m.state, m.stage_id, count(*) from membership m "
                + (joined.startsWith("and") ? "" : joined + " ") + "where m.programme_id = (select id from programme"
                + " where slug = 'jakpreneur') " + (joined.startsWith("and") ? joined : "") + " group by 1, 2, 3";
    }

    private static void list(List<HotPage> pages, String order, String sql) {
        pages.add(chief("members, " + order.replace('-', ' '), MEMBERS + "&order=" + order,
                LIST + "order by " + sql + " limit 25"));
    }

    /** A list that a number of the command centre leads to. */
    private static void behind(List<HotPage> pages, String whom, String filter, String joined, String condition) {
        pages.add(chief("members " + whom, MEMBERS + "&" + filter, LIST.replace("left join stage", joined
                + " left join stage") + condition + " order by m.applied_at desc, m.id limit 25"));
    }

    private static void search(List<HotPage> pages, String what, String typed, String condition) {
        pages.add(chief("search: " + what, MEMBERS + "&q=" + typed,
                LIST + "and " + condition + " order by m.applied_at desc, m.id limit 25"));
    }

    /** Not looked at, but kept. */
    boolean isFile() {
        return path.startsWith("/files/");
    }

    private static HotPage chief(String name, String path, String bare) {
        return new HotPage(name, JakPreneur.MANAGER, path, bare);
    }

    private static HotPage partners(String name, String path, String bare) {
        return new HotPage(name, JakPreneur.PARTNERS_MANAGER, path, bare);
    }
}
