package id.sanggar.certificate;

/** What a file that somebody was given turned out to be. */
public enum FileFinding {
    /** Byte for byte the file that was issued. */
    ORIGINAL,
    /** The file that was issued, and something behind it. */
    EXTENDED,
    /** It leads to a certificate and is not its file: changed, or only saved anew by another program. */
    CHANGED,
    /** Signed by us as it is, and not on record: it was issued elsewhere with our key, or the register lost it. */
    SEALED,
    /** Nothing in it leads to a certificate of ours. */
    UNKNOWN
}
