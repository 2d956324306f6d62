package id.sanggar.assessment;

import id.sanggar.shared.Invalid;
import id.sanggar.shared.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A grader's remark at one place of an answer: a point or rectangle of a photo, or a passage of a text. Kept as data
 * and drawn over the answer, which stays as it was given.
 *
 * @param photo which of the photos, from 0; −1 for a passage
 * @param x of the point or the rectangle's upper left corner, in ten-thousandths of the photo's width; y likewise of
 *        its height
 * @param width 0 for a point, as is the height
 * @param from where the passage begins, in characters, and {@code to} where it has ended
 */
public record Note(int photo, int x, int y, int width, int height, int from, int to, String text) {

    /** The most remarks on one answer. */
    public static final int MOST = 40;

    /** The longest remark, in characters. */
    public static final int LONGEST = 500;

    public static Note onPhoto(int photo, int x, int y, int width, int height, String text) {
        return new Note(photo, x, y, width, height, 0, 0, text);
    }

    public static Note onPassage(int from, int to, String text) {
        return new Note(-1, 0, 0, 0, 0, from, to, text);
    }

    public boolean isOnPhoto() {
        return photo >= 0;
    }

    /** Whether the place is one of this answer. */
    boolean fits(Answer answer) {
        if (text.isBlank() || text.length() > LONGEST) {
            return false;
        }
        if (isOnPhoto()) {
            return answer instanceof Answer.Pictured pictured && photo < pictured.photos().size()
                    && new Hotspot.Point(x, y).isInside() && width >= 0 && height >= 0
                    && new Hotspot.Point(x + width, y + height).isInside();
        }
        return answer instanceof Answer.Typed typed && from >= 0 && from < to && to <= typed.text().length();
    }

    static String write(List<Note> notes) {
        var array = JsonText.array();
        notes.forEach(note -> array.add(note.isOnPhoto()
                ? JsonText.object().add("photo", note.photo).add("x", note.x).add("y", note.y)
                        .add("width", note.width).add("height", note.height).add("text", note.text)
                : JsonText.object().add("from", note.from).add("to", note.to).add("text", note.text)));
        return array.build().toString();
    }

    /**
     * What a page brought, or the database kept.
     *
     * @throws Invalid if these are no notes
     */
    public static List<Note> read(String json) {
        try {
            return JsonText.array(json).getValuesAs(JsonObject.class).stream().limit(MOST).map(Note::read).toList();
        } catch (JsonException | ClassCastException | NullPointerException | ArithmeticException unreadable) {
            throw Invalid.of("notes", "assessment.notes-unreadable");
        }
    }

    private static Note read(JsonObject note) {
        var text = note.getString("text").replace("\0", "").strip();
        return note.containsKey("photo")
                ? onPhoto(exact(note, "photo"), exact(note, "x"), exact(note, "y"), exact(note, "width"),
                        exact(note, "height"), text)
                : onPassage(exact(note, "from"), exact(note, "to"), text);
    }

    private static int exact(JsonObject note, String name) {
        return note.getJsonNumber(name).intValueExact();
    }
}
