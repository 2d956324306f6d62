package id.sanggar.web.programme;

import id.sanggar.programme.MemberDetails;
import id.sanggar.programme.MyBusiness;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A member's business, as her managers know it, on her own page. */
@Named
@RequestScoped
public class BusinessView {

    @Inject
    private MyBusiness mine;

    @Inject
    private RouteParameters route;

    private MemberDetails.Business business;

    private boolean looked;

    /** Null where there is none. */
    public MemberDetails.Business getBusiness() {
        if (!looked) {
            looked = true;
            business = mine.of(route.uuid("member")).orElse(null);
        }
        return business;
    }
}
