package id.sanggar.certificate;

/** Which people of a batch a list shows. Each is one of the figures of {@link BatchCounts}. */
public enum ItemFilter {
    ALL("true"),
    ELIGIBLE("i.state <> 'INELIGIBLE'"),
    NOT_YET("i.state = 'INELIGIBLE' and not " + ItemFilter.HAS_ONE),
    DUPLICATE("i.state = 'INELIGIBLE' and " + ItemFilter.HAS_ONE),
    ISSUED("i.state = 'ISSUED'"),
    WAITING("i.state = 'ELIGIBLE'"),
    FAILED("i.state = 'FAILED'"),
    DROPPED("i.dropped");

    /** Of an item: that its holder has a certificate already. */
    static final String HAS_ONE = "i.reasons @> cast('[{\"key\": \"certificate.has-one\"}]' as jsonb)";

    private final String sql;

    ItemFilter(String sql) {
        this.sql = sql;
    }

    /** The rows of {@code issuance_item i}, as a predicate of native SQL. */
    String sql() {
        return sql;
    }
}
