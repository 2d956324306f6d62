package id.sanggar.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The programme JakPreneur as large as it was reported, written into the database of a server that has brought in the
 * shipped content and is down meanwhile, or is started anew after it. The same number of people on the same day are the
 * same people. {@code jakpreneur.sql} tells the rest.
 */
public final class JakPreneur {

    /** How many registered, as reported. */
    public static final int MEMBERS = 281_812;
    /** With how many collaborators. */
    public static final int PARTNERS = 120;
    /** The account that manages all of it. */
    public static final String MANAGER = "kepala@sanggar.example";
    /** The account that manages the members of the partner that has most. */
    public static final String PARTNERS_MANAGER = "mitra0@sanggar.example";
    public static final String SLUG = "jakpreneur";

    private static final Pattern STEP = Pattern.compile("(?m)^-- step: (.*)$");

    private final DataSource database;

    public JakPreneur(DataSource database) {
        this.database = database;
    }

    /**
     * Makes everyone, in one transaction.
     *
     * @param passwordHash of the password by which all of them sign in
     */
    public void come(int members, String passwordHash) throws SQLException, IOException {
        var script = script();
        var steps = STEP.matcher(script).results().toList();
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Sorts and joins of everybody at once, by one connection.
            statement.execute("set local work_mem = '128MB'");
            statement.execute("""
                    create temp table order_of_magnitude as select %d as members, %d as partners,
                        date_trunc('day', now()) as today, '%s'::text as password_hash"""
                    .formatted(members, PARTNERS, passwordHash));
            for (int step = 0; step < steps.size(); step++) {
                var began = System.nanoTime();
                statement.execute(script.substring(steps.get(step).end(),
                        step + 1 < steps.size() ? steps.get(step + 1).start() : script.length()));
                System.out.println(String.format(Locale.ROOT, "  %s: %.1f s", steps.get(step).group(1),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 1e3));
            }
            connection.commit();
            connection.setAutoCommit(true);
            // As it would be after a night.
            statement.execute("vacuum analyze");
        }
    }

    private static String script() throws IOException {
        try (var file = JakPreneur.class.getResourceAsStream("jakpreneur.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
