package id.sanggar.web.programme;

import id.sanggar.learning.Recomputation;
import id.sanggar.learning.Recomputing;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Members measured anew: all of it, and one with its differences to be decided. */
@Named
@RequestScoped
public class RecomputationsView {

    @Inject
    private Recomputing recomputing;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private Page<Recomputation> rows;

    private List<ProgrammeOutline> programmes;

    private Recomputation one;

    private List<Recomputation.Group> groups;

    private Page<Recomputation.Item> items;

    private String reason;

    private String losses;

    public Page<Recomputation> getRows() {
        if (rows == null) {
            rows = recomputing.list(PageNumber.of(request));
        }
        return rows;
    }

    /** Those that the visitor may have measured anew. */
    public List<ProgrammeOutline> getProgrammes() {
        if (programmes == null) {
            programmes = recomputing.programmes();
        }
        return programmes;
    }

    public void start() throws IOException {
        Redirect.to("/manage/recomputations/" + recomputing.start(String.valueOf(request.getParameter("programme"))));
    }

    public Recomputation getOne() {
        if (one == null) {
            one = recomputing.find(code());
        }
        return one;
    }

    public List<Recomputation.Group> getGroups() {
        if (groups == null) {
            groups = recomputing.groups(code());
        }
        return groups;
    }

    public Page<Recomputation.Item> getItems() {
        if (items == null) {
            items = recomputing.items(code(), getGain(), PageNumber.of(request));
        }
        return items;
    }

    /** Whether the list shows those who gain, or those who lose; null for both. */
    public Boolean getGain() {
        var asked = request.getParameter("show");
        return "gains".equals(asked) ? Boolean.TRUE : "falls".equals(asked) ? Boolean.FALSE : null;
    }

    /** The address of this list, to which a page number may be added. */
    public String getAddress() {
        return "/manage/recomputations/" + code() + "?"
                + (getGain() == null ? "" : getGain() ? "show=gains&" : "show=falls&");
    }

    public void recount() throws IOException {
        recomputing.recount(code());
        Redirect.to("/manage/recomputations/" + code());
    }

    public void apply() throws IOException {
        // Where nobody would lose, nothing is asked; should somebody meanwhile, she keeps what she has.
        var decided = getOne().falls() == 0 ? Recomputation.Losses.KEEP : Arrays.stream(Recomputation.Losses.values())
                .filter(each -> each.name().equals(losses)).findFirst().orElse(null);
        recomputing.decide(code(), decided, reason);
        Redirect.to("/manage/recomputations/" + code() + "?applied");
    }

    private UUID code() {
        return route.uuid("recomputation");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getLosses() {
        return losses;
    }

    public void setLosses(String losses) {
        this.losses = losses;
    }
}
