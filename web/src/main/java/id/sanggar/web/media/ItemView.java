package id.sanggar.web.media;

import id.sanggar.media.MediaItem;
import id.sanggar.media.MediaLibrary;
import id.sanggar.media.MediaUse;
import id.sanggar.media.StoredMedia;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** A file in the library: how it looks, what it is called for who does not see it, where it is shown. */
@Named
@RequestScoped
public class ItemView {

    @Inject
    private MediaLibrary library;

    @Inject
    private RouteParameters parameters;

    private MediaItem item;

    private List<MediaUse> uses;

    private String alt;

    private String transcript;

    public MediaItem getItem() {
        if (item == null) {
            item = library.item(parameters.uuid("item"));
        }
        return item;
    }

    public List<MediaUse> getUses() {
        if (uses == null) {
            uses = library.uses(getItem().code());
        }
        return uses;
    }

    /** What follows {@code /media/} in the address of its subtitles; null where there are none. */
    public String getCaptions() {
        var captions = getItem().captions();
        return captions == null ? null : StoredMedia.address(captions, getItem().stem() + ".vtt");
    }

    /** "3:25"; empty where nobody knows. */
    public String getLength() {
        int seconds = getItem().seconds();
        return seconds == 0 ? "" : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public void describe() throws IOException {
        library.describe(getItem().code(), getAlt(), getTranscript());
        Redirect.to("/studio/media/" + getItem().code());
    }

    public void removeCaptions() throws IOException {
        library.removeCaptions(getItem().code());
        Redirect.to("/studio/media/" + getItem().code());
    }

    public void remove() throws IOException {
        library.remove(getItem().code());
        Redirect.to("/studio/media?organisation=" + getItem().organisation());
    }

    public String getAlt() {
        return alt == null ? getItem().alt() : alt;
    }

    public void setAlt(String alt) {
        this.alt = alt == null ? "" : alt;
    }

    public String getTranscript() {
        if (transcript == null) {
            transcript = library.transcript(getItem().code());
        }
        return transcript;
    }

    public void setTranscript(String transcript) {
        this.transcript = transcript == null ? "" : transcript;
    }
}
