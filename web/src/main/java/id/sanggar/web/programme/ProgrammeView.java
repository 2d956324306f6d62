package id.sanggar.web.programme;

import id.sanggar.course.Catalogue.CourseCard;
import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.programme.Admissions;
import id.sanggar.programme.Application;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Placing;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammePage;
import id.sanggar.programme.ProgrammePages;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A programme, the form to apply to it, and what became of one's application. */
@Named
@RequestScoped
public class ProgrammeView {

    @Inject
    private ProgrammePages pages;

    @Inject
    private Outlines outlines;

    @Inject
    private Admissions admissions;

    @Inject
    private Placing placing;

    @Inject
    private RouteParameters address;

    @Inject
    private HttpServletRequest request;

    private ProgrammePage page;

    private String business;

    private String product;

    private String residence;

    public ProgrammePage getPage() {
        if (page == null) {
            page = pages.page(address.slug("programme"));
        }
        return page;
    }

    /** Courses the stages ask for, in their order, as far as they are published. */
    public List<CourseCard> getCourses() {
        return getPage().programme().stages().stream()
                .flatMap(stage -> stage.leaves().stream())
                .map(ProgrammeOutline.Requirement::courseId)
                .flatMap(this::course)
                .distinct()
                .map(CourseCard::of)
                .toList();
    }

    /** What a stage asks for; null if it is a course that is not published yet. */
    public Outline course(ProgrammeOutline.Requirement requirement) {
        return course(requirement.courseId()).findFirst().orElse(null);
    }

    private Stream<Outline> course(Long courseId) {
        try {
            return Stream.ofNullable(courseId).map(outlines::publishedById);
        } catch (NotFound notYet) {
            return Stream.empty();
        }
    }

    /** Where the visitor stands; empty if she never applied or is not signed in. */
    public String getState() {
        return getPage().state().map(Membership.State::name).orElse("");
    }

    public void apply() throws IOException {
        admissions.apply(address.slug("programme"), new Application(business, product, request.getParameter("cohort"),
                residence));
        showAnew();
    }

    public void withdraw() throws IOException {
        placing.withdraw(address.slug("programme"));
        showAnew();
    }

    private void showAnew() throws IOException {
        Redirect.to("/programmes/" + address.slug("programme") + "#mine");
    }

    /** The class that was chosen, when the form is shown again. */
    public String getCohort() {
        return Optional.ofNullable(request.getParameter("cohort")).orElse("");
    }

    public String getBusiness() {
        return business;
    }

    public void setBusiness(String business) {
        this.business = business;
    }

    /** Whether one of the classes is for those alone who live somewhere. */
    public boolean isAskingForResidence() {
        return getPage().cohorts().stream().anyMatch(room -> !room.cohort().openTo().residentsOf().isEmpty());
    }

    /** As typed, or as she told before. */
    public String getResidence() {
        return residence != null ? residence : getPage().residence();
    }

    public void setResidence(String residence) {
        this.residence = residence;
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }
}
