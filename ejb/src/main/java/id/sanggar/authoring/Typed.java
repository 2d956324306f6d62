package id.sanggar.authoring;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import id.sanggar.shared.Slug;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody typed into a form, read with all that is wrong with it. */
final class Typed {

    private final Map<String, String> fields;
    private final Map<String, Message> wrong = new LinkedHashMap<>();

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    private String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    void wrong(String name, String key, Object... arguments) {
        wrong.putIfAbsent(name, new Message(key, arguments));
    }

    /** In two languages: the course's own must be there, the other may come later. */
    LocalizedText localized(String name, String language, int longest) {
        var id = limited(name + "Id", longest);
        var en = limited(name + "En", longest);
        if ((language.equals("en") ? en : id).isEmpty()) {
            wrong(name + (language.equals("en") ? "En" : "Id"), "authoring.text-missing");
        }
        return new LocalizedText(id, en);
    }

    /** Empty where nothing was typed. */
    String limited(String name, int longest) {
        var text = text(name);
        if (text.length() > longest) {
            wrong(name, "authoring.text-long", longest, text.length());
        }
        return text;
    }

    int number(String name, int least, int most) {
        var text = text(name);
        if (text.matches("[0-9]{1,6}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(name, "authoring.number-range", least, most);
        return least;
    }

    /** Null where nothing was typed. */
    LocalDate date(String name) {
        var text = text(name);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            wrong(name, "authoring.date-unreadable");
            return null;
        }
    }

    <E extends Enum<E>> E one(String name, Class<E> type, E otherwise) {
        for (var value : type.getEnumConstants()) {
            if (value.name().equals(text(name))) {
                return value;
            }
        }
        wrong(name, "authoring.choice-missing");
        return otherwise;
    }

    /** Slugs, with commas between; what is none is left out. */
    List<String> slugs(String name) {
        return Arrays.stream(text(name).split(",")).filter(Slug::isValid).distinct().toList();
    }

    /** @throws Invalid if anything was wrong */
    void check() {
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
    }
}
