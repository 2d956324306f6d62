package id.sanggar.media;

/** What a file in the library is to whoever looks at a lesson. */
public enum MediaKind {

    /** A photograph or the like: kept in several widths, none as it came. */
    PICTURE(20),
    VIDEO(200),
    AUDIO(50),
    /** A PDF that learners download. */
    DOCUMENT(20),
    /** An SVG: drawn by the browser at any size. */
    DRAWING(1);

    private static final long MEGABYTE = 1_000_000;

    private final int megabytes;

    MediaKind(int megabytes) {
        this.megabytes = megabytes;
    }

    /** The most megabytes that such a file may have when it comes. */
    public int megabytes() {
        return megabytes;
    }

    /** The same in bytes. */
    public long largest() {
        return megabytes * MEGABYTE;
    }

    /** Whether it is loaded only when somebody plays it. */
    public boolean isPlayed() {
        return this == VIDEO || this == AUDIO;
    }
}
