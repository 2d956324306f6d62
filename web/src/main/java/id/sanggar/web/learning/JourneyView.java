package id.sanggar.web.learning;

import id.sanggar.learning.MemberJourney;
import id.sanggar.learning.Studying;
import id.sanggar.programme.Membership;
import id.sanggar.programme.RequirementKind;
import id.sanggar.web.shared.FileFormServlet;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** A member's own way through a programme: why she is where she is, and where she hands in evidence. */
@Named
@RequestScoped
public class JourneyView {

    @Inject
    private Studying studying;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private MemberJourney journey;

    public MemberJourney getJourney() {
        if (journey == null) {
            journey = studying.journey(route.uuid("member"));
        }
        return journey;
    }

    /** Whether she may hand something in for it: she is on the way, and no manager has confirmed it. */
    public boolean takes(MemberJourney.Ground ground) {
        return getJourney().state() == Membership.State.ACTIVE
                && ground.requirement().kind() == RequirementKind.EVIDENCE && (!ground.isMet() || ground.isDoubted());
    }

    /** Why what she sent was refused; null if nothing was. */
    public String getRefusal() {
        return FileFormServlet.said(request);
    }
}
