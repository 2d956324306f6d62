package id.sanggar.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets browsers keep a file for a year when it was asked for by its fingerprint, and makes them ask again otherwise.
 */
public class AssetCacheFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = request.getParameter("v");
        var name = request.getServletPath().substring("/assets/".length());
        boolean current = asked != null && asked.equals(assets.fingerprint(name));
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        chain.doFilter(request, response);
    }
}
