package id.sanggar.programme;

import id.sanggar.identity.Account;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a manager writes of a cohort, as it was typed.
 *
 * @param title Indonesian, 1–200 characters
 * @param titleEn English; empty for the same
 * @param starts as 2026-10-05
 * @param ends likewise
 * @param capacity members it admits; empty for no limit
 * @param gender the only one it takes in; null for everyone
 * @param residentsOf regions, one a line, as {@link id.sanggar.identity.Residences#findArea} understands them; empty
 *     for everyone
 */
public record CohortForm(String title, String titleEn, String starts, String ends, String capacity,
        Account.Gender gender, String residentsOf) {

    private static final int LONGEST = 200;
    private static final String AREAS = "areas";
    private static final int LARGEST = 1_000_000;

    /** What a form shows of a cohort, or shows again, by the names of its fields. */
    public static CohortForm of(Map<String, String> fields) {
        var gender = fields.get("gender");
        return new CohortForm(fields.get("title"), fields.get("titleEn"), fields.get("starts"), fields.get("ends"),
                fields.get("capacity"), gender == null || gender.isEmpty() ? null : Account.Gender.valueOf(gender),
                fields.get(AREAS));
    }

    /** @param areas whose residents it takes in, in words */
    static CohortForm of(ProgrammeOutline.Cohort cohort, List<String> areas) {
        return new CohortForm(cohort.title().id(), cohort.title().en(), cohort.starts().toString(),
                cohort.ends().toString(), cohort.capacity() == null ? "" : cohort.capacity().toString(),
                cohort.openTo().gender(), String.join("\n", areas));
    }

    /** Nothing of them is null. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", title);
        fields.put("titleEn", titleEn);
        fields.put("starts", starts);
        fields.put("ends", ends);
        fields.put("capacity", capacity);
        fields.put("gender", gender == null ? "" : gender.name());
        fields.put(AREAS, residentsOf);
        fields.replaceAll((name, value) -> value == null ? "" : value.replace("\r\n", "\n").strip());
        return fields;
    }

    /**
     * The same, understood.
     *
     * @param areas codes of what {@code residentsOf} names
     * @param wrong what is wrong with them, and takes up what is wrong besides
     * @throws Invalid with every field that needs another answer
     */
    ProgrammeDefinition.Cohort read(String slug, ProgrammeOutline programme, List<String> areas,
            Map<String, Message> wrong) {
        var id = text(title, "title", wrong);
        if (id == null) {
            wrong.putIfAbsent("title", new Message("programme.cohort-title-needed"));
        }
        var en = text(titleEn, "titleEn", wrong);
        var first = date(starts, "starts", wrong);
        var last = date(ends, "ends", wrong);
        if (first != null && first.isBefore(programme.starts())) {
            wrong.put("starts", new Message("programme.cohort-before", LocalizedText.of(programme.starts())));
        }
        if (last != null && programme.ends() != null && last.isAfter(programme.ends())) {
            wrong.put("ends", new Message("programme.cohort-after", LocalizedText.of(programme.ends())));
        }
        if (first != null && last != null && last.isBefore(first)) {
            wrong.put("ends", new Message("programme.cohort-ends-before"));
        }
        var room = number(wrong);
        if (!wrong.isEmpty()) {
            throw new Invalid(new LinkedHashMap<>(wrong));
        }
        return new ProgrammeDefinition.Cohort(slug, new LocalizedText(id, en == null ? id : en), first, last, room,
                new OpenTo(gender, areas));
    }

    private static String text(String typed, String field, Map<String, Message> wrong) {
        var text = typed == null || typed.isBlank() ? null : typed.strip().replaceAll("\\s+", " ");
        if (text != null && text.length() > LONGEST) {
            wrong.put(field, new Message("programme.too-long", LONGEST));
        }
        return text;
    }

    private static LocalDate date(String typed, String field, Map<String, Message> wrong) {
        try {
            var date = LocalDate.parse(typed == null ? "" : typed.strip());
            if (date.getYear() >= 2000 && date.getYear() <= 2100) {
                return date;
            }
            wrong.put(field, new Message("programme.bad-date"));
        } catch (DateTimeException unreadable) {
            wrong.put(field, new Message("programme.bad-date"));
        }
        return null;
    }

    private Integer number(Map<String, Message> wrong) {
        var text = capacity == null ? "" : capacity.strip().replace(".", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,6}") || Integer.parseInt(text) > LARGEST) {
            wrong.put("capacity", new Message("programme.bad-capacity"));
            return null;
        }
        return Integer.valueOf(text);
    }
}
