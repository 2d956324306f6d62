package id.sanggar.web.programme;

import id.sanggar.course.Outline;
import id.sanggar.learning.CourseProgress;
import id.sanggar.learning.MemberJourney;
import id.sanggar.learning.MemberProgress;
import id.sanggar.learning.Recomputation;
import id.sanggar.learning.Recomputing;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.Confirming;
import id.sanggar.programme.MemberPage;
import id.sanggar.programme.Members;
import id.sanggar.programme.Membership;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One member: who she is, where she is on her way, what is missing, and what a manager can do about it. */
@Named
@RequestScoped
public class MemberView {

    @Inject
    private Members members;

    @Inject
    private MemberProgress progress;

    @Inject
    private Admissions admissions;

    @Inject
    private Confirming confirming;

    @Inject
    private Recomputing recomputing;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private MemberPage page;

    private List<CourseProgress> courses;

    private MemberJourney journey;

    private String losses;

    private String because;

    private String reason;

    public MemberPage getPage() {
        if (page == null) {
            page = members.member(code());
        }
        return page;
    }

    public List<CourseProgress> getCourses() {
        if (courses == null) {
            courses = progress.of(code());
        }
        return courses;
    }

    /** Why she is where she is. */
    public MemberJourney getJourney() {
        if (journey == null) {
            journey = progress.journey(code());
        }
        return journey;
    }

    /** Whether a manager may say of her own knowledge that it is met. */
    public boolean confirms(MemberJourney.Ground ground) {
        return isUnderWay() && ground.requirement().kind().isConfirmed() && (!ground.isMet() || ground.isDoubted())
                && !ground.isWaiting();
    }

    /** Whether there is a confirmation that a manager may take back. */
    public boolean revokes(MemberJourney.Ground ground) {
        return ground.requirement().kind().isConfirmed() && ground.isMet() && !ground.isDoubted();
    }

    /** What she still has to do in a course, in its order. */
    public List<Outline.Activity> missing(CourseProgress course) {
        return course.isCompleted()
                ? List.of()
                : course.course().required().stream().filter(activity -> !course.isDone(activity.slug())).toList();
    }

    public boolean isWaiting() {
        return getPage().member().state() == Membership.State.APPLIED;
    }

    public boolean isUnderWay() {
        return getPage().member().state() == Membership.State.ACTIVE;
    }

    public void approve() throws IOException {
        admissions.approve(Set.of(code()));
        showAnew("?approved");
    }

    public void reject() throws IOException {
        admissions.reject(Set.of(code()), reason);
        showAnew("?rejected");
    }

    public void confirm(String requirement) throws IOException {
        confirming.confirm(getPage().member().programme().slug(), Set.of(code()), requirement);
        showAnew("?confirmed");
    }

    public void revoke(String requirement) throws IOException {
        confirming.revoke(code(), requirement, request.getParameter("why-" + requirement));
        showAnew("?revoked");
    }

    /** Whether something confirmed of her was revoked, and a person has yet to decide what becomes of her stages. */
    public boolean isDoubted() {
        return getJourney().stops().stream().flatMap(stop -> stop.grounds().stream())
                .anyMatch(MemberJourney.Ground::isDoubted);
    }

    public void decideDoubt() throws IOException {
        recomputing.decideOne(code(), Arrays.stream(Recomputation.Losses.values())
                .filter(each -> each.name().equals(losses)).findFirst().orElse(null), because);
        showAnew("?decided");
    }

    private void showAnew(String query) throws IOException {
        Redirect.to("/manage/members/" + code() + query);
    }

    private UUID code() {
        return route.uuid("member");
    }

    public boolean isReasonWrong() {
        return FacesContext.getCurrentInstance().getMessages("reason").hasNext();
    }

    public String getLosses() {
        return losses;
    }

    public void setLosses(String losses) {
        this.losses = losses;
    }

    public String getBecause() {
        return because;
    }

    public void setBecause(String because) {
        this.because = because;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
