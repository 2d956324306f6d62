package id.sanggar.web.assessment;

import id.sanggar.assessment.BankFilter;
import id.sanggar.assessment.BankOwner;
import id.sanggar.assessment.BankReading;
import id.sanggar.assessment.BankRow;
import id.sanggar.assessment.BulkChange;
import id.sanggar.assessment.BulkEditing;
import id.sanggar.assessment.Category;
import id.sanggar.assessment.Difficulty;
import id.sanggar.assessment.QuestionEditing;
import id.sanggar.assessment.QuestionState;
import id.sanggar.assessment.QuestionType;
import id.sanggar.assessment.Twins;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Page;
import id.sanggar.web.shared.PageNumber;
import id.sanggar.web.shared.Redirect;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The question bank. What narrows the list stands in its address; what is changed about many questions is said with
 * their number before it is done.
 */
@Named
@RequestScoped
public class BankView {

    private static final int ROWS = 25;

    @Inject
    private BankReading reading;

    @Inject
    private BulkEditing bulk;

    @Inject
    private QuestionEditing editing;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private BankFilter filter;

    private List<BankOwner> owners;

    private Page<BankRow> page;

    private Map<String, List<String>> words;

    private List<Category> categories;

    private List<Twins> twins;

    private BulkChange proposed;

    private long proposedCount;

    public BankFilter getFilter() {
        if (filter == null) {
            filter = BankFilter.from(query());
        }
        return filter;
    }

    /** Of the address alone: a form of the page may have fields of the same names. */
    private Map<String, String> query() {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().startsWith("set"))
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter.getValue()[0]));
    }

    public List<BankOwner> getOwners() {
        if (owners == null) {
            owners = reading.owners();
        }
        return owners;
    }

    public Page<BankRow> getPage() {
        if (page == null) {
            page = reading.list(getFilter(), PageNumber.of(request), ROWS);
        }
        return page;
    }

    public List<String> getTopics() {
        return words("topic");
    }

    public List<String> getTags() {
        return words("tag");
    }

    private List<String> words(String kind) {
        if (words == null) {
            words = reading.words(getFilter().owner());
        }
        return words.getOrDefault(kind, List.of());
    }

    public List<Category> getCategories() {
        if (categories == null) {
            categories = reading.categories(getFilter().owner());
        }
        return categories;
    }

    public List<Category> getOuterCategories() {
        return getCategories().stream().filter(Category::isOuter).toList();
    }

    public QuestionType[] getTypes() {
        return QuestionType.values();
    }

    public QuestionState[] getStates() {
        return QuestionState.values();
    }

    public Difficulty[] getDifficulties() {
        return Difficulty.values();
    }

    public boolean isNarrowed() {
        return !getFilter().parameters().isEmpty();
    }

    /** The address of this list, ready for another parameter. */
    public String getHref() {
        var parameters = getFilter().parameters().entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        return "/studio/questions?" + parameters;
    }

    /** Whether questions that are alike are looked for. */
    public boolean isComparing() {
        return request.getParameter("twins") != null;
    }

    public List<Twins> getTwins() {
        if (twins == null) {
            twins = reading.twins(getFilter());
        }
        return twins;
    }

    /** How many questions were changed just now; null if none were. */
    public String getDone() {
        var done = request.getParameter("done");
        return done != null && done.matches("\\d{1,7}") ? done : null;
    }

    /** What she wants to change, once she has said so. */
    public BulkChange getProposed() {
        return proposed;
    }

    /** Whether she is asked to confirm, or has been and answers now. */
    public boolean isConfirming() {
        return proposed != null || request.getParameter("set-count") != null;
    }

    public long getProposedCount() {
        return proposedCount;
    }

    public boolean isChosen(UUID code) {
        return chosen().contains(code);
    }

    /** What stands in a field of the form that changes many. */
    public String field(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Says how many questions a change would touch, and asks. */
    public void propose() {
        var change = change();
        proposedCount = bulk.count(change);
        if (proposedCount == 0) {
            tell(text.of("assessment.bulk-none"));
        } else {
            proposed = change;
        }
    }

    /** Does what was proposed. */
    public void apply() throws IOException {
        var expected = field("set-count");
        if (!expected.matches("\\d{1,9}")) {
            throw Invalid.of("set", "assessment.bulk-value");
        }
        try {
            bulk.apply(change(), Long.parseLong(expected));
        } catch (RuntimeException refused) {
            // How many there are now is what she is asked next.
            propose();
            throw refused;
        }
        Redirect.to(getHref() + "done=" + expected);
    }

    private BulkChange change() {
        var what = Arrays.stream(BulkChange.What.values())
                .filter(each -> each.name().equals(field("set")))
                .findFirst()
                .orElseThrow(() -> Invalid.of("set", "assessment.bulk-what"));
        var all = field("set-scope").equals("all");
        var codes = all ? List.<UUID>of() : chosen();
        if (!all && codes.isEmpty()) {
            throw Invalid.of("set-scope", "assessment.bulk-nobody");
        }
        return new BulkChange(what, field("set-" + what), getFilter(), codes);
    }

    private List<UUID> chosen() {
        var values = request.getParameterValues("set-question");
        return values == null ? List.of() : Arrays.stream(values)
                .filter(value -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .toList();
    }

    public void addCategory() throws IOException {
        var parent = field("set-parent");
        editing.addCategory(getFilter().owner(), parent.matches("\\d{1,18}") ? Long.valueOf(parent) : null,
                field("set-name"));
        Redirect.to(getHref() + "categories");
    }

    public void renameCategory() throws IOException {
        editing.renameCategory(getFilter().owner(), category(), field("set-new-name"));
        Redirect.to(getHref() + "categories");
    }

    public void removeCategory() throws IOException {
        editing.removeCategory(getFilter().owner(), category());
        Redirect.to(getHref() + "categories");
    }

    private long category() {
        var id = field("set-category");
        if (!id.matches("\\d{1,18}")) {
            throw Invalid.of("set-category", "assessment.bulk-value");
        }
        return Long.parseLong(id);
    }

    public boolean isFiling() {
        return request.getParameter("categories") != null || request.getParameter("set-name") != null;
    }

    private static void tell(String sentence) {
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, sentence, null));
    }
}
