package id.sanggar.web.shared;

import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Words for a page: {@code #{text.of('learning.next')}}, {@code #{text.in(course.title)}}. A page's texts are in the
 * bundle of its room, {@code id/sanggar/web/<room>/messages.properties}; what use cases say is in theirs.
 */
@Named("text")
@RequestScoped
public class Texts {

    /** Central Indonesia, where no programme says otherwise. */
    public static final ZoneId WITA = ZoneId.of("Asia/Makassar");

    @Inject
    private HttpServletRequest request;

    private Locale locale;

    public Locale locale() {
        if (locale == null) {
            locale = Language.of(request);
        }
        return locale;
    }

    public String getLanguage() {
        return locale().getLanguage();
    }

    public boolean isEnglish() {
        return "en".equals(getLanguage());
    }

    public String of(String key) {
        return WebBundles.text(key, locale());
    }

    public String of(String key, Object argument) {
        return format(key, argument);
    }

    public String of(String key, Object first, Object second) {
        return format(key, first, second);
    }

    public String of(String key, Object first, Object second, Object third) {
        return format(key, first, second, third);
    }

    public String in(LocalizedText text) {
        return text.in(locale());
    }

    public String say(Message message) {
        return Messages.text(message, locale());
    }

    /** "21 November 2026" */
    public String date(LocalDate date) {
        return date == null ? "" : DateTimeFormatter.ofPattern("d MMMM yyyy", locale()).format(date);
    }

    /** The day in Central Indonesia, where no programme says otherwise. */
    public String day(Instant instant) {
        return instant == null ? "" : date(instant.atZone(WITA).toLocalDate());
    }

    /** @param zone of the programme, e.g. {@code Asia/Makassar} */
    public String dayIn(Instant instant, String zone) {
        return instant == null ? "" : date(instant.atZone(ZoneId.of(zone)).toLocalDate());
    }

    /** "14.35", in Central Indonesia, with the zone's name. */
    public String time(Instant instant) {
        return instant == null ? ""
                : DateTimeFormatter.ofPattern("HH.mm", locale()).format(instant.atZone(WITA)) + " WITA";
    }

    /** "21 November 2026 14.35 WITA" */
    public String momentIn(Instant instant, String zone) {
        return instant == null ? ""
                : DateTimeFormatter.ofPattern("d MMMM yyyy HH.mm z", locale()).format(instant.atZone(ZoneId.of(zone)));
    }

    /** "281.812" */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** "281 rb", "1,2 jt": where there is no room for more. */
    public String brief(double number) {
        var format = NumberFormat.getCompactNumberInstance(locale(), NumberFormat.Style.SHORT);
        var size = Math.abs(number);
        format.setMaximumFractionDigits(size < 1_000 || size >= 100_000 && size < 1_000_000 ? 0 : 1);
        return format.format(number);
    }

    /** "21,4" */
    public String decimal(double number) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** "36,2 %" of 0.362 */
    public String share(double part) {
        return decimal(100 * part) + (isEnglish() ? "%" : " %");
    }

    /** "Nov 2026" */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM yyyy", locale()).format(month);
    }

    /** What something weighs, for people who pay by weight: "12 kB", "1,3 MB", "2 GB". */
    public String size(long bytes) {
        if (bytes < 1_000_000) {
            return number((bytes + 999) / 1000) + " kB";
        }
        var number = NumberFormat.getNumberInstance(locale());
        number.setMaximumFractionDigits(1);
        return bytes < 1_000_000_000 ? number.format(bytes / 1e6) + " MB" : number.format(bytes / 1e9) + " GB";
    }

    private String format(String key, Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof LocalizedText text) {
                arguments[i] = in(text);
            }
        }
        return new MessageFormat(of(key), locale()).format(arguments);
    }
}
