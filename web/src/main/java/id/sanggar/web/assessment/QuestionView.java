package id.sanggar.web.assessment;

import id.sanggar.assessment.BankOwner;
import id.sanggar.assessment.BankReading;
import id.sanggar.assessment.Category;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.QuestionEditing;
import id.sanggar.assessment.QuestionForm;
import id.sanggar.assessment.QuestionPage;
import id.sanggar.assessment.QuestionState;
import id.sanggar.assessment.QuestionType;
import id.sanggar.assessment.Severity;
import id.sanggar.authoring.QuizBuilding;
import id.sanggar.shared.NotFound;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A question and the form in which it is written. The form's fields are plain ones, so that buttons which add or take
 * away rows work without a script: they send the form, and it comes back with what was typed.
 */
@Named
@RequestScoped
public class QuestionView {

    private static final String CHANGED = "base";

    @Inject
    private BankReading reading;

    @Inject
    private QuestionEditing editing;

    @Inject
    private QuizBuilding building;

    @Inject
    private Texts text;

    @Inject
    private RouteParameters route;

    @Inject
    private HttpServletRequest request;

    private QuestionPage page;

    private QuestionForm form;

    private List<BankOwner> owners;

    private List<Category> categories;

    /** Something in which two versions differ. */
    public record Difference(String field, String before, String after) {
    }

    /** Whether it is not in the bank yet. */
    public boolean isNew() {
        return route.text("question") == null;
    }

    private UUID code() {
        return route.uuid("question");
    }

    /** @throws NotFound if there is none, or it is another organisation's */
    public QuestionPage getPage() {
        if (page == null) {
            page = reading.question(code());
        }
        return page;
    }

    public BankOwner getOwner() {
        if (!isNew()) {
            return getPage().row().owner();
        }
        var asked = request.getParameter("owner");
        return getOwners().stream()
                .filter(owner -> asked == null || owner.key().equals(asked))
                .findFirst()
                .orElseThrow(() -> new NotFound("bank"));
    }

    public List<BankOwner> getOwners() {
        if (owners == null) {
            owners = reading.owners();
        }
        return owners;
    }

    public QuestionType getType() {
        if (!isNew()) {
            return getPage().row().type();
        }
        return type(request.getParameter("type"));
    }

    static QuestionType type(String name) {
        for (var type : QuestionType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return QuestionType.CHOICE;
    }

    public QuestionForm getForm() {
        if (form == null) {
            form = form();
            var order = request.getParameter("do");
            if (order != null && isSent()) {
                form.act(order);
            }
        }
        return form;
    }

    private QuestionForm form() {
        if (isSent()) {
            return QuestionForm.from(getType(), sent(request));
        }
        return isNew() ? QuestionForm.empty(getType()) : QuestionForm.of(getPage().newest().definition());
    }

    private boolean isSent() {
        return "POST".equals(request.getMethod()) && request.getParameter(CHANGED) != null;
    }

    static Map<String, String> sent(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }

    /** Number of the version that stands in the form. */
    public int getBase() {
        var sent = request.getParameter(CHANGED);
        if (sent != null && sent.matches("\\d{1,6}")) {
            return Integer.parseInt(sent);
        }
        return isNew() ? 0 : getPage().row().number();
    }

    /** What is wrong with a field; null for nothing. */
    public String wrong(String field) {
        return FacesContext.getCurrentInstance().getMessageList(field).stream()
                .map(message -> message.getSummary())
                .findFirst()
                .orElse(null);
    }

    public List<Category> getCategories() {
        if (categories == null) {
            categories = reading.categories(getOwner().key());
        }
        return categories;
    }

    public boolean isIn(Category category) {
        var sent = request.getParameter("category");
        if (sent != null) {
            return sent.equals(Long.toString(category.id()));
        }
        return !isNew() && category.path().equals(String.join(" / ", getPage().row().category()));
    }

    /** Pictures that a question can show; those of the course. */
    public List<QuizBuilding.Picture> getPictures() {
        return getOwner().isCourse() ? building.pictures(getOwner().course()) : List.of();
    }

    /** Quizzes in the draft of its course that ask it of everyone. */
    public List<QuizBuilding.Asking> getQuizzes() {
        return getOwner().isCourse() ? building.asking(getOwner().course(), getPage().row().slug()) : List.of();
    }

    /** The name of a field as the form says it: "option 2: Feedback". */
    public String label(String field) {
        return FieldLabel.of(field, text);
    }

    /** The topics of the bank, and its tags. */
    public List<String> words(String kind) {
        return reading.words(getOwner().key()).getOrDefault(kind, List.of());
    }

    public Difficulty[] getDifficulties() {
        return Difficulty.values();
    }

    public Severity[] getSeverities() {
        return Severity.values();
    }

    public boolean isRetired() {
        return !isNew() && getPage().row().state() == QuestionState.RETIRED;
    }

    /** In what a version differs from the one before it. */
    public List<Difference> differences(QuestionPage.Version version) {
        var versions = getPage().versions();
        var at = versions.indexOf(version);
        if (at == versions.size() - 1) {
            return List.of();
        }
        var before = QuestionForm.of(versions.get(at + 1).definition()).flat();
        var after = QuestionForm.of(version.definition()).flat();
        var fields = new LinkedHashSet<>(after.keySet());
        fields.addAll(before.keySet());
        var differences = new ArrayList<Difference>();
        fields.stream()
                .filter(field -> !Objects.equals(before.getOrDefault(field, ""), after.getOrDefault(field, "")))
                .forEach(field -> differences.add(new Difference(field, before.getOrDefault(field, ""),
                        after.getOrDefault(field, ""))));
        return differences;
    }

    /** Banks into which it can be copied. */
    public List<BankOwner> getOthers() {
        return getOwners().stream().filter(owner -> !owner.key().equals(getOwner().key())).toList();
    }

    public void saveDraft() throws IOException {
        save(QuestionState.DRAFT);
    }

    public void saveForReview() throws IOException {
        save(QuestionState.IN_REVIEW);
    }

    public void saveReady() throws IOException {
        save(QuestionState.READY);
    }

    private void save(QuestionState state) throws IOException {
        var asked = request.getParameter("category");
        var category = asked != null && asked.matches("\\d{1,18}") ? Long.valueOf(asked) : null;
        if (isNew()) {
            goTo(editing.create(getOwner().key(), getForm(), category, state), "?saved");
        } else {
            editing.save(code(), getBase(), getForm(), category, state);
            goTo(code(), "?saved");
        }
    }

    public void retire() throws IOException {
        editing.move(code(), QuestionState.RETIRED);
        goTo(code(), "");
    }

    /** Brings a retired question back as it was. */
    public void bringBack() throws IOException {
        editing.move(code(), QuestionState.READY);
        goTo(code(), "");
    }

    public void duplicate() throws IOException {
        goTo(editing.duplicate(code()), "");
    }

    public void copy() throws IOException {
        goTo(editing.copyInto(code(), request.getParameter("into")), "");
    }

    /** Uses an earlier version again. */
    public void restore() throws IOException {
        var number = request.getParameter("version");
        if (number == null || !number.matches("\\d{1,6}")) {
            throw new NotFound("version");
        }
        editing.restore(code(), Integer.parseInt(number));
        goTo(code(), "?saved");
    }

    public boolean isSaved() {
        return request.getParameter("saved") != null && !isSent();
    }

    private static void goTo(UUID code, String query) throws IOException {
        Redirect.to("/studio/questions/" + code + query);
    }
}
