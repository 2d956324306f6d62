package id.sanggar.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a text in which passages are marked.
 *
 * @param note number of the remark on it, from 1, as the remarks are listed; 0 for none
 */
public record TextPart(String text, int note) {

    /** The text in pieces; of passages that overlap the earlier one is marked. */
    static List<TextPart> of(String text, List<Note> notes) {
        var parts = new ArrayList<TextPart>();
        var passages = new ArrayList<>(notes.stream().filter(note -> !note.isOnPhoto()).toList());
        passages.sort(Comparator.comparingInt(Note::from));
        int at = 0;
        for (var passage : passages) {
            if (passage.from() >= at && passage.to() <= text.length()) {
                if (passage.from() > at) {
                    parts.add(new TextPart(text.substring(at, passage.from()), 0));
                }
                parts.add(new TextPart(text.substring(passage.from(), passage.to()), notes.indexOf(passage) + 1));
                at = passage.to();
            }
        }
        if (at < text.length()) {
            parts.add(new TextPart(text.substring(at), 0));
        }
        return parts;
    }
}
