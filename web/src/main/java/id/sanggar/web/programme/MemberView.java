package id.sanggar.web.programme;

import id.sanggar.course.Outline;
import id.sanggar.learning.CourseProgress;
import id.sanggar.learning.Journey;
import id.sanggar.learning.MemberProgress;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.Confirming;
import id.sanggar.programme.MemberPage;
import id.sanggar.programme.Members;
import id.sanggar.programme.Membership;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
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
    private RouteParameters route;

    private MemberPage page;

    private List<CourseProgress> courses;

    private String reason;

    /**
     * A stage on her way.
     *
     * @param enteredAt null until she did
     * @param leftAt null until she did
     */
    public record Stop(ProgrammeOutline.Stage stage, Journey.When when, Instant enteredAt, Instant leftAt,
            List<Need> needs) {
    }

    /**
     * What a stage asks for.
     *
     * @param course null unless it is to complete a course
     * @param confirmation null unless a manager confirms it
     */
    public record Need(ProgrammeOutline.Requirement requirement, boolean met, CourseProgress course,
            MemberPage.Confirmation confirmation) {
    }

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

    public List<Stop> getJourney() {
        return getPage().member().programme().stages().stream().map(this::stop).toList();
    }

    private Stop stop(ProgrammeOutline.Stage stage) {
        var been = getPage().journey().stream().filter(step -> step.stage().id() == stage.id()).findFirst();
        boolean left = been.map(MemberPage.Step::leftAt).isPresent();
        return new Stop(stage, when(left, been.isPresent()),
                been.map(MemberPage.Step::enteredAt).orElse(null), been.map(MemberPage.Step::leftAt).orElse(null),
                stage.requirements().stream().map(this::need).toList());
    }

    private Journey.When when(boolean left, boolean entered) {
        if (left) {
            return Journey.When.DONE;
        }
        return entered && isUnderWay() ? Journey.When.NOW : Journey.When.LATER;
    }

    private Need need(ProgrammeOutline.Requirement requirement) {
        return switch (requirement.kind()) {
            case ADMITTED -> new Need(requirement, getPage().member().stage() != null, null, null);
            case COURSE -> {
                var course = getCourses().stream()
                        .filter(each -> each.course().courseId() == requirement.courseId())
                        .findFirst();
                yield new Need(requirement, course.filter(CourseProgress::isCompleted).isPresent(),
                        course.orElse(null), null);
            }
            case CONFIRMED -> {
                var confirmation = getPage().confirmations().stream()
                        .filter(each -> each.requirement().id() == requirement.id())
                        .findFirst();
                yield new Need(requirement, confirmation.filter(MemberPage.Confirmation::isConfirmed).isPresent(),
                        null, confirmation.orElse(null));
            }
        };
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

    private void showAnew(String query) throws IOException {
        Redirect.to("/manage/members/" + code() + query);
    }

    private UUID code() {
        return route.uuid("member");
    }

    public boolean isReasonWrong() {
        return FacesContext.getCurrentInstance().getMessages("reason").hasNext();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
