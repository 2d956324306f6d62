package id.sanggar.web.programme;

import id.sanggar.programme.MembershipOffer;
import id.sanggar.programme.MembershipOffers;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Whom a partner's table names is asked at her home whether she wants to be a member: one thing after the other. */
@Named
@RequestScoped
public class OfferView {

    @Inject
    private MembershipOffers offers;

    @Inject
    private HttpServletRequest request;

    private List<MembershipOffer> mine;

    /** What she is asked next; null if nothing. */
    public MembershipOffer getNext() {
        if (mine == null) {
            mine = offers.mine();
        }
        return mine.isEmpty() ? null : mine.get(0);
    }

    public void accept() throws IOException {
        offers.accept(asked());
        Redirect.to("/learn?joined");
    }

    public void decline() throws IOException {
        offers.decline(asked());
        Redirect.to("/learn?declined");
    }

    /** What she saw when she answered, not what would be next now. */
    private UUID asked() {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("offer")));
        } catch (IllegalArgumentException none) {
            throw new NotFound("offer");
        }
    }
}
