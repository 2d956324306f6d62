package id.sanggar.certificate.internal;

import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Gives every certificate its own place in the status lists of badges. A place that nobody takes stays empty. */
@ApplicationScoped
public class StatusIndexes {

    @Inject
    private Sql sql;

    public List<Long> take(int count) {
        return sql.rows("select nextval('certificate_status') from generate_series(1, ?)", row -> row.getLong(1),
                count);
    }
}
