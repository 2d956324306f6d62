package id.sanggar.identity;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The number of an Indonesian identity card (nomor induk kependudukan): the district where it was first given out, the
 * birthday, with 40 added to a woman's day, and a serial number. It is read, compared and forgotten: what is kept of it
 * is what {@link NikKey} makes of it and {@link #lastFour}. Permendagri 72/2022 and its predecessors; the district of a
 * card may since have been divided, so that it says nothing about where its holder lives.
 */
public final class Nik {

    private static final int LENGTH = 16;
    private static final int LAST = 4;
    private static final int WOMEN = 40;
    private static final int CENTURY = 100;

    private final String digits;

    private Nik(String digits) {
        this.digits = digits;
    }

    /**
     * Reads what somebody typed; spaces, dots, hyphens and an apostrophe before it, as spreadsheets have it, are passed
     * over.
     *
     * @return empty unless it has sixteen digits, of a province that may be, a day that there is, and a serial number
     *     above zero
     */
    public static Optional<Nik> parse(String text) {
        if (text == null || text.length() > 2 * LENGTH) {
            return Optional.empty();
        }
        var digits = new StringBuilder(LENGTH);
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign >= '0' && sign <= '9') {
                digits.append(sign);
            } else if (!Character.isWhitespace(sign) && ".-'\u00A0".indexOf(sign) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Nik(digits.toString())).filter(Nik::isPossible);
    }

    private boolean isPossible() {
        if (digits.length() != LENGTH || number(0, 2) < 11 || number(2, 4) == 0 || number(4, 6) == 0
                || digits.endsWith("0000")) {
            return false;
        }
        var month = number(8, 10);
        // A leap day may be of any century; 2000 was a leap year.
        return month >= 1 && month <= 12 && day() >= 1
                && day() <= YearMonth.of(yearIn(2000), month).lengthOfMonth();
    }

    private int number(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private int day() {
        var day = number(6, 8);
        return day > WOMEN ? day - WOMEN : day;
    }

    private int yearIn(int century) {
        return century + number(10, 12);
    }

    /** Of the district where the number was given out: six digits. */
    public String district() {
        return digits.substring(0, 6);
    }

    public Account.Gender gender() {
        return number(6, 8) > WOMEN ? Account.Gender.FEMALE : Account.Gender.MALE;
    }

    /** The card tells two digits of it: whoever would be born after this year was born a century before. */
    public int birthYear(Year now) {
        var inThisCentury = yearIn(now.getValue() / CENTURY * CENTURY);
        return inThisCentury > now.getValue() ? inThisCentury - CENTURY : inThisCentury;
    }

    public LocalDate birthday(Year now) {
        return LocalDate.of(birthYear(now), number(8, 10), 1).plusDays(day() - 1L);
    }

    /** By which a person can be asked whether it is the right card. */
    public String lastFour() {
        return digits.substring(LENGTH - LAST);
    }

    /** For {@link NikKey} alone. */
    String digits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nik nik && nik.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Tells nothing that a log must not keep. */
    @Override
    public String toString() {
        return "NIK …" + lastFour();
    }
}
