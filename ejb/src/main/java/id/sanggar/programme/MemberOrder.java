package id.sanggar.programme;

/** In which order a list shows members; the same ones always in the same order. */
public enum MemberOrder {
    NEWEST("m.applied_at desc, m.id"),
    OLDEST("m.applied_at, m.id desc"),
    /** By the bytes of the name in lower case, which is what its index is sorted by. */
    NAME("lower(a.name) using ~<~, m.id"),
    NAME_FROM_Z("lower(a.name) using ~>~, m.id desc"),
    STAGE("s.position nulls first, m.applied_at desc, m.id"),
    STAGE_FROM_LAST("s.position desc nulls last, m.applied_at desc, m.id");

    private final String sql;

    MemberOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    boolean isByName() {
        return this == NAME || this == NAME_FROM_Z;
    }

    /** By stage, and the newest first among those of one. */
    boolean isByStage() {
        return this == STAGE || this == STAGE_FROM_LAST;
    }
}
