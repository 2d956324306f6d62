package id.sanggar.course;

/** Where a version came from. */
public enum Origin {
    /** A course pack that came with the product. */
    PACK,
    /** Its authors, in the studio. */
    STUDIO
}
