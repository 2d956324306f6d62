package id.sanggar.search;

/** What a hit is. */
public enum DocumentKind {
    COURSE, SECTION, LESSON, TOPIC, SHEET
}
