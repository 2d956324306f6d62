package id.sanggar.programme;

/** How many members a programme means to admit in a calendar year. */
public record YearTarget(int year, int members) {
}
