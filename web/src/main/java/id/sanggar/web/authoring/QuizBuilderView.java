package id.sanggar.web.authoring;

import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.Draw;
import id.sanggar.assessment.QuestionChoice;
import id.sanggar.assessment.QuizExceptions;
import id.sanggar.assessment.QuizForm;
import id.sanggar.assessment.QuizLayout;
import id.sanggar.assessment.QuizNeeds;
import id.sanggar.assessment.QuizPurpose;
import id.sanggar.assessment.QuizSection;
import id.sanggar.assessment.ReviewTime;
import id.sanggar.authoring.Draft;
import id.sanggar.authoring.QuizBuilding;
import id.sanggar.authoring.QuizDraft;
import id.sanggar.authoring.QuizGranting;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.Refusals;
import id.sanggar.web.shared.RouteParameters;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The quiz builder. The whole quiz is one form of plain fields; buttons that add, move or take away send it, and it
 * comes back with what was typed and with what the bank could give now. Saved is nothing before "save".
 */
@Named
@RequestScoped
public class QuizBuilderView {

    @Inject
    private QuizBuilding building;

    @Inject
    private QuizGranting granting;

    @Inject
    private RouteParameters route;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private QuizDraft page;

    private QuizForm form;

    private List<QuizSection> sections;

    private QuizNeeds needs;

    private Integer conflicting;

    private Page<QuizGranting.Person> people;

    public QuizDraft getPage() {
        if (page == null) {
            page = building.quiz(course(), activity());
        }
        return page;
    }

    private String course() {
        return route.slug("course");
    }

    private String activity() {
        return route.slug("quiz");
    }

    /** A title in the reader's language, or in the other one while it is not translated. */
    public String name(LocalizedText title) {
        var shown = text.in(title);
        return shown.isEmpty() ? title.id() + title.en() : shown;
    }

    public QuizForm getForm() {
        if (form == null) {
            form = isSent() ? QuizForm.from(sent()) : QuizForm.of(getPage().activity().quiz());
            var order = request.getParameter("do");
            if (order != null && isSent()) {
                form.act(order);
            }
        }
        return form;
    }

    private boolean isSent() {
        return "POST".equals(request.getMethod()) && request.getParameter("revision") != null;
    }

    private Map<String, String> sent() {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }

    /** Whether something stands in the form that is not saved yet. */
    public boolean isUnsaved() {
        return isSent();
    }

    /** Revision of the quiz that the form was made from; after a conflict, the one that saving again would replace. */
    public int getRevision() {
        var sent = request.getParameter("revision");
        return conflicting != null ? conflicting
                : sent != null && sent.matches("\\d{1,7}") ? Integer.parseInt(sent)
                : getPage().activity().revision();
    }

    private List<QuizSection> sections() {
        if (sections == null) {
            sections = getForm().readable();
        }
        return sections;
    }

    /** What a slot asks of the bank. */
    public QuizNeeds.Need need(int section, int slot) {
        if (needs == null) {
            needs = QuizNeeds.of(sections(), getPage().bank());
        }
        return needs.needs().stream()
                .filter(need -> need.section() == section && need.position() == slot)
                .findFirst()
                .orElseThrow();
    }

    public boolean isPaired() {
        var purpose = getForm().get("purpose");
        return purpose.equals("PRETEST") || purpose.equals("POSTTEST");
    }

    /** The question of that slug; null if the bank has none. */
    public QuestionChoice question(String slug) {
        return getPage().bank().stream().filter(question -> question.slug().equals(slug)).findFirst().orElse(null);
    }

    public int getQuestions() {
        return sections().stream().flatMap(section -> section.slots().stream()).mapToInt(slot -> slot.count()).sum();
    }

    public int getMarks() {
        return sections().stream().flatMap(section -> section.slots().stream())
                .mapToInt(slot -> slot.count() * slot.mark()).sum();
    }

    public int getMinutes() {
        return QuizNeeds.minutes(sections(), getPage().bank());
    }

    /** How many slots cannot be met. */
    public long getShort() {
        return QuizNeeds.of(sections(), getPage().bank()).shortages().size();
    }

    public QuizPurpose[] getPurposes() {
        return QuizPurpose.values();
    }

    public QuizLayout[] getLayouts() {
        return QuizLayout.values();
    }

    public ReviewTime[] getTimes() {
        return ReviewTime.values();
    }

    public Difficulty[] getDifficulties() {
        return Difficulty.values();
    }

    /** What is wrong with a field; null for nothing. */
    public String wrong(String field) {
        return FacesContext.getCurrentInstance().getMessageList(field).stream()
                .map(message -> message.getSummary())
                .findFirst()
                .orElse(null);
    }

    public boolean isSaved() {
        return request.getParameter("saved") != null && !isSent();
    }

    public void save() throws IOException {
        try {
            building.save(course(), activity(), getRevision(), getForm());
        } catch (RuntimeException refused) {
            if (Refusals.rootOf(refused) instanceof Conflict) {
                // Saving once more, now that she has been told, replaces what the other has saved.
                conflicting = building.quiz(course(), activity()).activity().revision();
            }
            throw refused;
        }
        Redirect.to(here() + "?saved");
    }

    private String here() {
        return "/studio/" + course() + "/quizzes/" + activity();
    }

    /** Number of questions in a cell of the blueprint: as typed, or as the quiz draws now. */
    public String cell(String topic, String difficulty) {
        var typed = request.getParameter("cell." + topic + "." + difficulty);
        if (typed != null) {
            return typed;
        }
        var count = getPage().activity().quiz().draws().stream()
                .filter(draw -> topic.equals(draw.topic()) && draw.tag() == null
                        && difficulty.equals(draw.difficulty() == null ? "ANY" : draw.difficulty().name()))
                .mapToInt(Draw::count)
                .sum();
        return count == 0 ? "" : Integer.toString(count);
    }

    /** Quizzes that can be the other of the pair, the likeliest first. */
    public List<Draft.Activity> getPartners() {
        var partner = getPage().activity().quiz().purpose() == QuizPurpose.PRETEST
                ? QuizPurpose.POSTTEST : QuizPurpose.PRETEST;
        var partners = new ArrayList<>(getPage().others());
        partners.sort((a, b) -> Boolean.compare(b.quiz().purpose() == partner, a.quiz().purpose() == partner));
        return partners;
    }

    public boolean isPairing() {
        return request.getParameter("other") != null;
    }

    /** Makes this quiz and another a pair. */
    public void pair() throws IOException {
        var other = request.getParameter("other");
        var cells = new ArrayList<QuizBuilding.Cell>();
        getPage().topics().forEach(topic -> {
            for (var difficulty : List.of("EASY", "MEDIUM", "HARD", "ANY")) {
                var count = cell(topic.slug(), difficulty).strip();
                if (count.matches("[1-9]\\d?")) {
                    cells.add(new QuizBuilding.Cell(topic.slug(),
                            difficulty.equals("ANY") ? null : Difficulty.valueOf(difficulty), Integer.parseInt(count)));
                }
            }
        });
        var isPosttest = "POSTTEST".equals(request.getParameter("as"));
        building.pair(course(), isPosttest ? other : activity(), isPosttest ? activity() : other, cells);
        Redirect.to(here() + "?saved");
    }

    public List<QuizExceptions.Granted> getGranted() {
        return granting.granted(course(), activity());
    }

    public String getWanted() {
        var wanted = request.getParameter("member");
        return wanted == null ? "" : wanted;
    }

    public Page<QuizGranting.Person> getPeople() {
        if (people == null) {
            people = granting.people(course(), getWanted(), PageNumber.of(request));
        }
        return people;
    }

    /** What stands in a field of the form that grants. */
    public String field(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public boolean isGranting() {
        return request.getParameter("member") != null || request.getParameter("person") != null
                || request.getParameter("granted") != null;
    }

    public void grant() throws IOException {
        granting.grant(course(), activity(), person(), field("extraAttempts"), field("extraMinutes"),
                field("exceptionCloses"), field("reason"));
        Redirect.to(here() + "?granted#exceptions");
    }

    public void withdraw() throws IOException {
        granting.withdraw(course(), activity(), person());
        Redirect.to(here() + "?granted#exceptions");
    }

    private UUID person() {
        var code = field("person");
        if (!code.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new NotFound("account");
        }
        return UUID.fromString(code);
    }
}
