package id.sanggar.web.shared;

import jakarta.servlet.http.HttpServletRequest;

/** Which page of a list is asked for, by the parameter {@code page}. */
public final class PageNumber {

    private PageNumber() {
    }

    /** @return from 1; 1 where nothing that makes sense is asked for */
    public static int of(HttpServletRequest request) {
        var page = request.getParameter("page");
        return page != null && page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }
}
