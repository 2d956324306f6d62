package id.sanggar.web.media;

import id.sanggar.media.MediaItem;
import id.sanggar.media.MediaKind;
import id.sanggar.media.MediaLibrary;
import id.sanggar.media.Shelf;
import id.sanggar.media.Upload;
import id.sanggar.media.Uploading;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.FileFormServlet;
import id.sanggar.web.shared.PageNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A library: what is on its way into it, and what is in it, as far as the address narrows that. */
@Named
@RequestScoped
public class LibraryView {

    private static final int LONGEST_WORDS = 80;

    @Inject
    private MediaLibrary library;

    @Inject
    private Uploading uploading;

    @Inject
    private HttpServletRequest request;

    private List<Shelf> shelves;

    private Page<MediaItem> items;

    private List<Upload> uploads;

    public List<Shelf> getShelves() {
        if (shelves == null) {
            shelves = library.shelves();
        }
        return shelves;
    }

    /** The library shown: the one asked for, else the first; null for an author of no organisation. */
    public Shelf getShelf() {
        var asked = request.getParameter("organisation");
        return getShelves().stream()
                .filter(shelf -> shelf.organisation().equals(asked))
                .findFirst()
                .or(() -> getShelves().stream().filter(shelf -> shelf.items() > 0).findFirst())
                .or(() -> getShelves().stream().findFirst())
                .orElse(null);
    }

    public Page<MediaItem> getItems() {
        if (items == null) {
            items = library.search(getShelf().organisation(), getKind(), getWords(), PageNumber.of(request));
        }
        return items;
    }

    public List<Upload> getUploads() {
        if (uploads == null) {
            uploads = uploading.unfinished(getShelf().organisation());
        }
        return uploads;
    }

    public MediaKind[] getKinds() {
        return MediaKind.values();
    }

    /** Null for every kind. */
    public MediaKind getKind() {
        var asked = request.getParameter("kind");
        return Arrays.stream(MediaKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(null);
    }

    public String getWords() {
        var words = request.getParameter("q");
        return words == null ? "" : words.strip().substring(0, Math.min(LONGEST_WORDS, words.strip().length()));
    }

    public boolean isNarrowed() {
        return getKind() != null || !getWords().isEmpty();
    }

    /** The address of this list, up to the number of a page. */
    public String getHref() {
        return "/studio/media?organisation=" + getShelf().organisation()
                + (getKind() == null ? "" : "&kind=" + getKind().name().toLowerCase(Locale.ROOT))
                + (getWords().isEmpty() ? "" : "&q=" + URLEncoder.encode(getWords(), StandardCharsets.UTF_8)) + "&";
    }

    public int getPiece() {
        return Uploading.PIECE;
    }

    /** What became of a form that was sent without script; said once. Null if there is nothing to say. */
    public String getSaid() {
        return FileFormServlet.said(request);
    }
}
