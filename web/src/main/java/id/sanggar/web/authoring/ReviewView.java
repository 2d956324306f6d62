package id.sanggar.web.authoring;

import id.sanggar.authoring.Draft;
import id.sanggar.authoring.DraftReviewing;
import id.sanggar.authoring.ReviewPage;
import id.sanggar.authoring.ReviewPage.Place;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;

/** What changed in a draft, what is said about it, and what becomes of it. */
@Named
@RequestScoped
public class ReviewView {

    @Inject
    private DraftReviewing reviewing;

    @Inject
    private StudioWords words;

    @Inject
    private Texts text;

    @Inject
    private RouteParameters address;

    @Inject
    private HttpServletRequest request;

    private ReviewPage page;

    private String note;

    private String quote;

    private String comment;

    private boolean replyRefused;

    public ReviewPage getPage() {
        if (page == null) {
            page = reviewing.review(address.slug("course"));
        }
        return page;
    }

    /** What the page says first: names a sentence. */
    public String getSituation() {
        if (getPage().state() != Draft.State.DRAFT) {
            return getPage().state().name();
        }
        if (getPage().difference().isNothing()) {
            return "same";
        }
        return getPage().writes() ? "DRAFT" : "writing";
    }

    public String name(ReviewPage.PlaceOption option) {
        return name(option.place(), option.slug(), option.title() == null ? null : words.title(option.title()));
    }

    public String name(ReviewPage.Thread thread) {
        return name(thread.place(), thread.slug(), thread.title() == null ? null : words.title(thread.title()));
    }

    private String name(Place place, String slug, String title) {
        return switch (place) {
            case COURSE -> text.of("authoring.place-course");
            case SETTING -> text.of("authoring.place-setting", text.of("authoring.setting-" + slug));
            case ACTIVITY -> title == null ? slug : title;
            case QUESTION -> text.of("authoring.place-question", title == null ? slug : title);
        };
    }

    public void submit() throws IOException {
        reviewing.submit(slug(), note);
        goTo("?done#decision");
    }

    public void approve() throws IOException {
        var revision = request.getParameter("revision");
        reviewing.approve(slug(), note,
                revision != null && revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1);
        goTo("?done#decision");
    }

    public void sendBack() throws IOException {
        reviewing.sendBack(slug(), note);
        goTo("?done#decision");
    }

    public void say() throws IOException {
        var asked = request.getParameter("place");
        var parts = asked == null ? new String[] {""} : asked.split(":", 2);
        var place = Arrays.stream(Place.values()).filter(known -> known.name().equals(parts[0])).findFirst()
                .orElseThrow(() -> Invalid.of("place", "authoring.no-such-place"));
        reviewing.comment(slug(), place, parts.length == 2 ? parts[1] : null, quote, comment);
        goTo("?done#comments");
    }

    public void answer() throws IOException {
        try {
            reviewing.reply(slug(), thread(), request.getParameter("reply"));
            goTo("#c-" + thread());
        } catch (Invalid refused) {
            replyRefused = true;
            refused.fields().values().forEach(message -> FacesContext.getCurrentInstance().addMessage(null,
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, text.say(message), null)));
        }
    }

    public void resolve() throws IOException {
        reviewing.resolve(slug(), thread(), true);
        goTo("?done#comments");
    }

    public void reopen() throws IOException {
        reviewing.resolve(slug(), thread(), false);
        goTo("?done#comments");
    }

    private UUID thread() {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("thread")));
        } catch (IllegalArgumentException notOne) {
            throw new NotFound("comment");
        }
    }

    private String slug() {
        return address.slug("course");
    }

    private void goTo(String query) throws IOException {
        Redirect.to("/studio/" + slug() + "/review" + query);
    }

    /** Whether an answer was sent that cannot be taken. */
    public boolean isReplyRefused() {
        return replyRefused;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getQuote() {
        return quote;
    }

    public void setQuote(String quote) {
        this.quote = quote;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }
}
