package id.sanggar.insight.closing;

/** What is counted of a month. Each thing counts once, in the month in which it came true. */
public enum Measure {
    /** People admitted, the first time. */
    ADMITTED,
    /** Members who entered a stage, the first time. */
    REACHED,
    /** Members who finished the programme. */
    FINISHED,
    /** Courses of the programme completed by members; by who was no member yet, in the month she became one. */
    COURSE,
    /** Certificates issued, corrected papers not counted again. */
    CERTIFICATE,
    /** Certificates revoked, whenever they were issued. */
    REVOKED
}
