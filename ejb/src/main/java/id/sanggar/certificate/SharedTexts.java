package id.sanggar.certificate;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.JsonText;
import jakarta.json.JsonObject;

/**
 * What all papers of a batch say alike. Frozen when its list is checked: an approver agrees to these texts, and another
 * signatory of the programme changes nothing of them.
 *
 * @param programme title, in Indonesian like every paper
 * @param region part of the serial numbers
 */
public record SharedTexts(String programme, String region, String place, String signatory, String signatoryTitle) {

    /** As the programme has them now. */
    public static SharedTexts of(ProgrammeOutline programme) {
        return new SharedTexts(programme.title().id(), programme.region(), programme.place(),
                programme.signatory().name(), programme.signatory().title().id());
    }

    /** @param json null for a batch that was checked before there was any: its programme's are used as they are now */
    public static SharedTexts read(String json, ProgrammeOutline programme) {
        if (json == null) {
            return of(programme);
        }
        var texts = JsonText.object(json);
        return new SharedTexts(texts.getString("programme"), texts.getString("region"), texts.getString("place"),
                texts.getString("signatory"), texts.getString("signatoryTitle"));
    }

    JsonObject toJson() {
        return JsonText.object()
                .add("programme", programme)
                .add("region", region)
                .add("place", place)
                .add("signatory", signatory)
                .add("signatoryTitle", signatoryTitle)
                .build();
    }
}
