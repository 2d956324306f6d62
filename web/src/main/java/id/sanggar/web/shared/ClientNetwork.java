package id.sanggar.web.shared;

import jakarta.servlet.ServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whom to count where strangers are counted. Whoever has IPv6 has at least 2<sup>64</sup> addresses of her own (RFC
 * 6177), so a network of that size counts as one; of IPv4 an address is as little as one can tell apart.
 */
public final class ClientNetwork {

    private static final int BYTES = 8;

    private ClientNetwork() {
    }

    public static String of(ServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** @param address of an interface, as text: nothing is looked up */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(parsed.getAddress(), BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
