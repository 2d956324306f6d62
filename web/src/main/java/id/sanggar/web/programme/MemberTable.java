package id.sanggar.web.programme;

import id.sanggar.programme.MemberOrder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Members page by page, as the table asks for them; it tells the browser the address of what it shows. */
public class MemberTable extends LazyDataModel<MembersView.Row> {

    static final int ROWS = 25;

    private static final long serialVersionUID = 1L;

    private final transient MembersView view;

    private final MemberOrder order;

    private final int firstRow;

    /** @param page to begin with, from 1 */
    MemberTable(MembersView view, String order, int page) {
        this.view = view;
        this.order = order(order);
        this.firstRow = (page - 1) * ROWS;
    }

    private static MemberOrder order(String name) {
        for (var order : MemberOrder.values()) {
            if (name(order).equals(name)) {
                return order;
            }
        }
        return MemberOrder.NEWEST;
    }

    private static String name(MemberOrder order) {
        return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the table is to begin. */
    public int getFirstRow() {
        return firstRow;
    }

    public int getRows() {
        return ROWS;
    }

    /** How the column is sorted when the page is opened. */
    public String sorted(String column) {
        return switch (column) {
            case "name" -> direction(MemberOrder.NAME, MemberOrder.NAME_FROM_Z);
            case "stage" -> direction(MemberOrder.STAGE, MemberOrder.STAGE_FROM_LAST);
            default -> direction(MemberOrder.OLDEST, MemberOrder.NEWEST);
        };
    }

    private String direction(MemberOrder up, MemberOrder down) {
        return order == up ? "asc" : order == down ? "desc" : null;
    }

    private static MemberOrder order(SortMeta sort) {
        boolean up = sort.getOrder().isAscending();
        return switch (sort.getField()) {
            case "name" -> up ? MemberOrder.NAME : MemberOrder.NAME_FROM_Z;
            case "stage" -> up ? MemberOrder.STAGE : MemberOrder.STAGE_FROM_LAST;
            default -> up ? MemberOrder.OLDEST : MemberOrder.NEWEST;
        };
    }

    /** Known when the page is loaded, in one go with it. */
    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        return 0;
    }

    @Override
    public List<MembersView.Row> load(int first, int pageSize, Map<String, SortMeta> sortBy,
            Map<String, FilterMeta> filterBy) {
        if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            // The rows that were shown before: there is nothing in them to decode.
            return List.of();
        }
        var wanted = sortBy.values().stream().findFirst().map(MemberTable::order).orElse(order);
        var page = view.page(wanted, first / pageSize + 1, pageSize);
        int from = recalculateFirst(first, pageSize, (int) page.total());
        if (from != first) {
            page = view.page(wanted, from / pageSize + 1, pageSize);
        }
        setRowCount((int) page.total());
        if (FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
            PrimeFaces.current().ajax().addCallbackParam("address", address(wanted, page.number()));
        }
        return page.items();
    }

    private String address(MemberOrder shown, int page) {
        var parameters = new LinkedHashMap<>(view.getFilter().parameters());
        if (shown != MemberOrder.NEWEST) {
            parameters.put("order", name(shown));
        }
        if (page > 1) {
            parameters.put("page", String.valueOf(page));
        }
        return MemberLinks.address("/manage/members", parameters);
    }
}
