package id.sanggar.exchange.members;

import id.sanggar.identity.Account;
import id.sanggar.identity.Contact;
import id.sanggar.identity.Nik;
import id.sanggar.identity.NikKey;
import id.sanggar.identity.PersonName;
import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads rows of a table of members, cell by cell, as people and spreadsheets write them. Everything that is wrong with
 * a row is told at once.
 */
final class MemberLines {

    private static final int LONGEST_NAME = 120;
    private static final int EARLIEST_BIRTH = 1900;
    private static final int YOUNGEST = 10;
    private static final int MOST_EMPLOYEES = 100_000;
    /** What Excel makes of a number of sixteen digits: it keeps fifteen. */
    private static final Pattern ROUNDED_NIK = Pattern.compile("[0-9]{15}0|[0-9][.,][0-9]+E\\+?15");
    /** Days that spreadsheets count from the end of 1899; these are of the years 1927 to 2119. */
    private static final Pattern SERIAL_DAY = Pattern.compile("[1-7][0-9]{4}");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2}).*");
    private static final Pattern PIRT = Pattern.compile("([0-9]{13})-?([0-9]{2})");
    private static final Map<String, String> GENDERS = Map.ofEntries(
            Map.entry("l", "MALE"), Map.entry("lakilaki", "MALE"), Map.entry("pria", "MALE"), Map.entry("m", "MALE"),
            Map.entry("male", "MALE"), Map.entry("lk", "MALE"), Map.entry("laki", "MALE"),
            Map.entry("p", "FEMALE"), Map.entry("perempuan", "FEMALE"), Map.entry("wanita", "FEMALE"),
            Map.entry("f", "FEMALE"), Map.entry("female", "FEMALE"), Map.entry("pr", "FEMALE"));
    private static final Map<String, String> ROLES = Map.of("pemilik", "OWNER", "owner", "OWNER", "mitra", "PARTNER",
            "partner", "PARTNER", "rekan", "PARTNER", "keluarga", "FAMILY", "family", "FAMILY", "karyawan", "EMPLOYEE",
            "pegawai", "EMPLOYEE", "employee", "EMPLOYEE");

    private final MemberColumns columns;
    private final Regions regions;
    private final NikKey nikKey;
    private final Year now;
    /** What was looked up before: tables name the same few places over and over. */
    private final Map<String, Optional<String>> places = new HashMap<>();

    private List<String> cells;
    private List<RowProblem> problems;

    MemberLines(MemberColumns columns, Regions regions, NikKey nikKey, Year now) {
        this.columns = columns;
        this.regions = regions;
        this.nikKey = nikKey;
        this.now = now;
    }

    MemberLine read(int number, List<String> row) {
        cells = row;
        problems = new ArrayList<>();
        var nik = nik();
        var phone = phone();
        var email = email();
        if (phone == null && email == null && cell(MemberField.PHONE).isEmpty() && cell(MemberField.EMAIL).isEmpty()) {
            wrong(MemberField.PHONE, "exchange.people-contact");
        }
        var name = name();
        var gender = gender(nik);
        var birth = birthYear(nik);
        var nib = digits(MemberField.NIB, 13, "exchange.people-nib");
        var kbli = digits(MemberField.KBLI, 5, "exchange.people-kbli");
        return new MemberLine(number, name, nik.map(one -> HexFormat.of().formatHex(nikKey.hash(one))).orElse(null),
                nik.map(Nik::lastFour).orElse(null), phone, email, gender, birth, region(),
                text(MemberField.BUSINESS, 160), text(MemberField.PRODUCTS, 400), kbli, nib, pirt(),
                day(MemberField.PIRT_EXPIRES), text(MemberField.HALAL, 20), day(MemberField.HALAL_EXPIRES),
                employees(), turnover(), oneOf(MemberField.ROLE, ROLES, "exchange.people-role"),
                partner(), cohort(), List.copyOf(problems));
    }

    private String cell(MemberField field) {
        var column = columns.of(field);
        return column < 0 || column >= cells.size() ? "" : TableWriter.plain(cells.get(column).strip());
    }

    /** As it stands in a reason, which is kept: of what is as long as an identity card's number, the last four. */
    private String shown(MemberField field) {
        var cell = cell(field).replaceAll("[0-9][0-9. '-]{10,}(?=[0-9]{4})", "…");
        return cell.length() > 60 ? cell.substring(0, cell.offsetByCodePoints(0, 40)) + "…" : cell;
    }

    private void wrong(MemberField field, String key, Object... arguments) {
        problems.add(new RowProblem(field, key, arguments));
    }

    private String name() {
        var name = cell(MemberField.NAME);
        if (name.isEmpty()) {
            wrong(MemberField.NAME, "exchange.people-nameless");
        } else if (!PersonName.isValid(name)) {
            wrong(MemberField.NAME, "exchange.people-name", shown(MemberField.NAME), LONGEST_NAME);
        } else {
            return PersonName.tidy(name);
        }
        return null;
    }

    private Optional<Nik> nik() {
        var text = cell(MemberField.NIK);
        var nik = Nik.parse(text);
        if (!text.isEmpty() && nik.isEmpty()) {
            wrong(MemberField.NIK, ROUNDED_NIK.matcher(text).matches()
                    ? "exchange.people-nik-rounded" : "exchange.people-nik");
        }
        return nik;
    }

    private String phone() {
        var text = cell(MemberField.PHONE);
        if (text.isEmpty()) {
            return null;
        }
        // A spreadsheet takes the zero off what it takes for a number.
        var number = Contact.find(text.startsWith("8") ? "0" + text : text).map(Contact::phone).orElse(null);
        if (number == null) {
            wrong(MemberField.PHONE, "exchange.people-phone", shown(MemberField.PHONE));
        }
        return number;
    }

    private String email() {
        var text = cell(MemberField.EMAIL);
        if (text.isEmpty()) {
            return null;
        }
        var address = Contact.find(text).map(Contact::email).orElse(null);
        if (address == null) {
            wrong(MemberField.EMAIL, "exchange.people-email", shown(MemberField.EMAIL));
        }
        return address;
    }

    private String gender(Optional<Nik> nik) {
        var told = oneOf(MemberField.GENDER, GENDERS, "exchange.people-gender");
        var onCard = nik.map(Nik::gender).map(Account.Gender::name).orElse(told);
        if (told != null && !told.equals(onCard)) {
            wrong(MemberField.GENDER, "exchange.people-gender-nik");
        }
        var gender = told == null ? onCard : told;
        if (columns.openTo() != null && (gender == null || !columns.openTo().name().equals(gender))) {
            wrong(MemberField.GENDER, columns.openTo() == Account.Gender.FEMALE
                    ? "programme.open-to-women" : "programme.open-to-men");
        }
        return gender;
    }

    private Integer birthYear(Optional<Nik> nik) {
        var text = cell(MemberField.BIRTH);
        var onCard = nik.map(card -> card.birthYear(now)).orElse(null);
        if (text.isEmpty()) {
            return onCard;
        }
        var told = text.matches("(19|20)[0-9]{2}") ? Integer.valueOf(text) : date(text).map(LocalDate::getYear)
                .orElse(null);
        if (told == null || told < EARLIEST_BIRTH || told > now.getValue() - YOUNGEST) {
            wrong(MemberField.BIRTH, "exchange.people-birth", shown(MemberField.BIRTH));
            return null;
        }
        if (onCard != null && !onCard.equals(told)) {
            wrong(MemberField.BIRTH, "exchange.people-birth-nik");
        }
        return told;
    }

    private static Optional<LocalDate> date(String text) {
        var dayFirst = DAY_FIRST.matcher(text);
        var yearFirst = YEAR_FIRST.matcher(text);
        try {
            if (dayFirst.matches()) {
                return Optional.of(LocalDate.of(number(dayFirst.group(3)), number(dayFirst.group(2)),
                        number(dayFirst.group(1))));
            }
            if (yearFirst.matches()) {
                return Optional.of(LocalDate.of(number(yearFirst.group(1)), number(yearFirst.group(2)),
                        number(yearFirst.group(3))));
            }
            return SERIAL_DAY.matcher(text).matches()
                    ? Optional.of(SERIAL_ZERO.plusDays(number(text)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private LocalDate day(MemberField field) {
        var text = cell(field);
        if (text.isEmpty()) {
            return null;
        }
        var day = date(text);
        if (day.isEmpty()) {
            wrong(field, "exchange.people-day", shown(field));
        }
        return day.orElse(null);
    }

    /** The smallest area that is named. A name alone may be of several; with what it lies in, it is of one. */
    private String region() {
        var code = cell(MemberField.REGION);
        if (!code.isEmpty()) {
            return place(MemberField.REGION, code, "", null);
        }
        var regency = part(MemberField.REGENCY, "", Region.Level.REGENCY);
        var district = part(MemberField.DISTRICT, regency, Region.Level.DISTRICT);
        var village = part(MemberField.VILLAGE, district == null || district.isEmpty() ? regency : district,
                Region.Level.VILLAGE);
        return village != null && !village.isEmpty() ? village
                : district != null && !district.isEmpty() ? district : null;
    }

    /** @return empty where nothing is told; null where it is wrong */
    private String part(MemberField field, String within, Region.Level level) {
        var text = cell(field);
        return text.isEmpty() ? within == null ? null : "" : within == null ? null : place(field, text, within, level);
    }

    private String place(MemberField field, String text, String within, Region.Level level) {
        var known = places.computeIfAbsent(field + " " + within + " " + text, key -> find(text, within, level));
        if (known.isEmpty()) {
            wrong(field, "exchange.people-region", shown(field));
        }
        return known.orElse(null);
    }

    private Optional<String> find(String text, String within, Region.Level level) {
        var digits = text.replace(".", "");
        if (digits.matches("[0-9]{2,10}")) {
            return regions.find(digits).filter(region -> level == null
                    ? region.level() == Region.Level.DISTRICT || region.level() == Region.Level.VILLAGE
                    : region.level() == level && region.within(within)).map(Region::code);
        }
        var named = level == null || text.length() > 80 ? List.<Region>of() : regions.named(text, level,
                within.isEmpty() ? columns.province() : within);
        return named.size() == 1 ? Optional.of(named.get(0).code()) : Optional.empty();
    }

    private String text(MemberField field, int longest) {
        var text = cell(field);
        if (text.codePoints().anyMatch(sign -> Character.isISOControl(sign) && !Character.isWhitespace(sign))) {
            wrong(field, "exchange.people-signs");
            return null;
        }
        if (text.length() > longest) {
            wrong(field, "exchange.people-long", longest);
            return null;
        }
        if (Nik.parse(text).isPresent()) {
            wrong(field, "exchange.people-nik-elsewhere");
            return null;
        }
        return text.isEmpty() ? null : text.replaceAll("[\\s\\p{Zs}]+", " ");
    }

    private String digits(MemberField field, int length, String sentence) {
        var text = cell(field).replaceAll("[\\s.'-]", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{" + length + "}")) {
            wrong(field, sentence, shown(field));
            return null;
        }
        return text;
    }

    private String pirt() {
        var text = cell(MemberField.PIRT).replaceAll("[\\s.'‐–—]|(?i:p-?irt)", "");
        if (text.isEmpty()) {
            return null;
        }
        var number = PIRT.matcher(text);
        if (!number.matches()) {
            wrong(MemberField.PIRT, "exchange.people-pirt", shown(MemberField.PIRT));
            return null;
        }
        return number.group(1) + "-" + number.group(2);
    }

    private Integer employees() {
        var text = cell(MemberField.EMPLOYEES).replaceAll("[.\\s]|(?i:orang)", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}") || number(text) > MOST_EMPLOYEES) {
            wrong(MemberField.EMPLOYEES, "exchange.people-employees", shown(MemberField.EMPLOYEES));
            return null;
        }
        return number(text);
    }

    private String turnover() {
        var text = cell(MemberField.TURNOVER);
        if (text.isEmpty()) {
            return null;
        }
        var band = Turnover.find(text);
        if (band.isEmpty()) {
            wrong(MemberField.TURNOVER, "exchange.people-turnover", shown(MemberField.TURNOVER));
        }
        return band.orElse(null);
    }

    private Long partner() {
        var text = cell(MemberField.PARTNER);
        if (text.isEmpty() || columns.partner() != null) {
            return columns.partner();
        }
        var partner = columns.partner(text);
        if (partner.isEmpty()) {
            wrong(MemberField.PARTNER, "exchange.people-partner", shown(MemberField.PARTNER));
        }
        return partner.orElse(null);
    }

    private Long cohort() {
        var text = cell(MemberField.COHORT);
        if (text.isEmpty()) {
            return null;
        }
        var cohort = columns.cohort(text);
        if (cohort.isEmpty()) {
            wrong(MemberField.COHORT, "exchange.people-cohort", shown(MemberField.COHORT));
        }
        return cohort.orElse(null);
    }

    private String oneOf(MemberField field, Map<String, String> words, String sentence) {
        var text = cell(field);
        if (text.isEmpty()) {
            return null;
        }
        var word = words.get(MemberField.key(text));
        if (word == null) {
            wrong(field, sentence, shown(field));
        }
        return word;
    }
}
