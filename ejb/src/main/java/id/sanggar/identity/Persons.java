package id.sanggar.identity;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What is known of people beyond name and contact. Called within other rooms' use cases, which answer for who may see
 * and change it.
 */
@ApplicationScoped
public class Persons {

    @Inject
    private Sql sql;

    @Inject
    private NikKey key;

    /**
     * A person. All of it is null where it is not known.
     *
     * @param nikLast4 of the number of her identity card, which itself is kept nowhere
     * @param region code of the village or district where she lives
     */
    public record Person(String nikLast4, Integer birthYear, String region, Account.Gender gender) {
    }

    public Person of(long accountId) {
        return sql.row("""
                select r.nik_last4, r.birth_year, r.region, a.gender from account a
                left join person r on r.account_id = a.id where a.id = ?""", row -> new Person(
                        row.getString("nik_last4"), Sql.integer(row, "birth_year"), row.getString("region"),
                        row.getString("gender") == null ? null : Account.Gender.valueOf(row.getString("gender"))),
                accountId).orElseThrow();
    }

    /**
     * Writes down what is known now.
     *
     * @param nik of her identity card; null leaves what is known of it
     * @param birthYear null where it is not known
     * @param home district or village; null where it is not known
     * @param gender null leaves it as she told it
     * @throws Invalid naming {@code nik} if it is another person's
     */
    public void put(long accountId, Nik nik, Integer birthYear, Region home, Account.Gender gender) {
        var hash = nik == null ? null : key.hash(nik);
        if (hash != null && sql.row("select account_id from person where nik_hash = ? and account_id <> ? for update",
                row -> row.getLong(1), hash, accountId).isPresent()) {
            throw Invalid.of("nik", "identity.nik-of-another");
        }
        sql.write("""
                insert into person (account_id, nik_hash, nik_last4, birth_year, region)
                values (?, ?::bytea, ?::varchar, ?::smallint, ?::varchar)
                on conflict (account_id) do update set nik_hash = coalesce(excluded.nik_hash, person.nik_hash),
                    nik_last4 = coalesce(excluded.nik_last4, person.nik_last4), birth_year = excluded.birth_year,
                    region = excluded.region""", accountId, hash, nik == null ? null : nik.lastFour(), birthYear,
                home == null ? null : home.code());
        if (gender != null) {
            sql.write("update account set gender = ? where id = ?", gender, accountId);
        }
    }

    /** Forgets all of it. */
    void forget(long accountId) {
        sql.write("delete from person where account_id = ?", accountId);
    }
}
