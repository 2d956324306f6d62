package id.sanggar.web.certificate;

import id.sanggar.certificate.Verification;
import id.sanggar.shared.Throttle;
import id.sanggar.web.shared.ClientNetwork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The only place where strangers may send files. Before a byte of one is read: few come from one network, few at once,
 * and each is small and says so, so that whoever sends slowly holds nobody up but others who do the same.
 */
public class VerificationGate extends HttpFilter {

    /** Bytes of a request that is refused; beyond, the line is cut. */
    static final int READ_AT_MOST = 16_000_000;

    private static final long serialVersionUID = 1L;

    /** The form around the file. */
    private static final int AROUND = 10_000;
    private static final int AT_ONCE = 12;
    /** A training room shares an address. */
    private static final int AT_ONCE_PER_ADDRESS = 4;
    private static final int PER_ADDRESS = 60;

    private final transient Semaphore places = new Semaphore(AT_ONCE);
    private final transient Map<String, Integer> busy = new ConcurrentHashMap<>();
    private final transient Throttle addresses = new Throttle(PER_ADDRESS, Duration.ofMinutes(5));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        var network = ClientNetwork.of(request);
        if (!addresses.admits(network) || !takePlace(network)) {
            response.sendRedirect(VerificationServlet.refused(FileRefusal.TOO_MANY));
            return;
        }
        try {
            if (length > Verification.LARGEST_FILE + AROUND || length < 0 && request.getContentType() != null) {
                // A browser that cannot finish sending shows no answer.
                if (length <= READ_AT_MOST) {
                    request.getInputStream().skipNBytes(Math.max(0, length));
                }
                response.sendRedirect(VerificationServlet.refused(FileRefusal.TOO_LARGE));
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            leavePlace(network);
        }
    }

    private boolean takePlace(String network) {
        if (busy.merge(network, 1, Integer::sum) <= AT_ONCE_PER_ADDRESS && places.tryAcquire()) {
            return true;
        }
        leave(network);
        return false;
    }

    private void leavePlace(String network) {
        places.release();
        leave(network);
    }

    private void leave(String network) {
        busy.computeIfPresent(network, (any, sending) -> sending == 1 ? null : sending - 1);
    }
}
