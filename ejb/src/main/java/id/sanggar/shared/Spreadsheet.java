package id.sanggar.shared;

import java.util.regex.Pattern;

/** What files for spreadsheets must heed. */
public final class Spreadsheet {

    /** Where one would begin, written in narrow or wide letters. */
    private static final Pattern FORMULA =
            Pattern.compile("(?<=^|[;\\t\\r\\n])(?=\\s*[=+@\uFF1D\uFF0B\uFF0D\uFF20-])");

    private Spreadsheet() {
    }

    /**
     * Spreadsheets run what begins like a formula: an apostrophe makes it text. Where the comma is the decimal sign, as
     * in Indonesia, they begin a cell at each semicolon and tab too.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
     */
    public static String harmless(String text) {
        return text == null ? null : FORMULA.matcher(text).replaceAll("'");
    }
}
