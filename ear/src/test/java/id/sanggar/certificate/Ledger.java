package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.shared.Sha256;
import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the database says of the certificates in it, and whether that can be true. */
final class Ledger {

    private static final String PASSWORD = "empat kata acak betul";

    private final OwnServer server;
    private Connection connection;

    Ledger(OwnServer server) {
        this.server = server;
    }

    long issued() throws SQLException {
        return number("select count(*) from certificate");
    }

    String state(UUID batch) throws SQLException {
        return text("select state from issuance where code = '%s'".formatted(batch));
    }

    /**
     * Everyone of the one and only batch has her certificate: none is lost, none is there twice, the numbers run from 1
     * without a gap, every item names its own certificate, who has an address has one letter.
     */
    void proveComplete(int members) throws SQLException {
        assertThat(text("""
                select concat_ws(' ', count(*), count(distinct account_id), count(distinct serial),
                    count(distinct code), count(distinct serial_number), min(serial_number), max(serial_number))
                from certificate where revoked_at is null""")).as("certificates, accounts, serials, codes, numbers")
                .isEqualTo("%1$d %1$d %1$d %1$d %1$d 1 %1$d".formatted(members));
        assertThat(number("select sum(last) from serial_counter")).as("the counter").isEqualTo(members);
        assertThat(number("""
                select count(*) from issuance_item i join membership m on m.id = i.membership_id
                join certificate c on c.id = i.certificate_id and c.account_id = m.account_id
                    and c.serial_number = i.serial_number and c.issuance_id = i.issuance_id
                where i.state = 'ISSUED'""")).as("items with their certificate").isEqualTo(members);
        assertThat(number("select count(*) from issuance_item where state <> 'ISSUED'")).as("items without").isZero();
        assertThat(number("select count(*) from mail_message where dedupe_key like 'certificate:%'")).as("letters")
                .isEqualTo(number("""
                        select count(*) from certificate c join account a on a.id = c.account_id
                        where a.email is not null"""));
    }

    /** Papers chosen at random are downloaded: each is drawn again, and must have the hash that was registered. */
    void provePapers(int sample) throws Exception {
        var manager = manager("juru-arsip");
        for (var row : texts("""
                select code || ' ' || pdf_sha256 from certificate order by random() limit %d""".formatted(sample))) {
            var paper = row.split(" ");
            assertThat(Sha256.of(manager.download("/files/certificates/" + paper[0] + ".pdf")))
                    .as("paper %s", paper[0]).isEqualTo(paper[1]);
        }
    }

    /** Somebody who manages the programme, signed in. */
    Visit manager(String name) throws SQLException {
        var visit = new Visit(server.address());
        var email = name + "@sanggar.example";
        visit.submit("/register", visit.get("/register"), "register", Map.of("name", "Pengelola Uji", "contact", email,
                "password", PASSWORD, "consent", "on", "gender", ""));
        execute("""
                insert into role_grant (account_id, role, programme_id, granted_at)
                select a.id, 'MANAGER', p.id, now() from account a, programme p
                where a.email = '%s' and p.slug = '%s'""".formatted(email, LargeProgramme.SLUG));
        visit.forget();
        visit.signIn(email, PASSWORD);
        return visit;
    }

    /** What a certificate takes in the database with its item and all their indexes. */
    double bytesEach() throws SQLException {
        return (double) number("""
                select pg_total_relation_size('certificate') + pg_total_relation_size('issuance_item')""") / issued();
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        return texts(sql).get(0);
    }

    List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection().createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** The only value of the only row. */
    byte[] bytes(String sql) throws SQLException {
        try (var statement = connection().createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Closes its connection: the database is not what it was. */
    void forget() throws SQLException {
        connection.close();
        connection = null;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = server.database().getConnection();
        }
        return connection;
    }
}
