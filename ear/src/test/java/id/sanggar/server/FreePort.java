package id.sanggar.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports nobody listens on at this moment. */
public final class FreePort {

    private FreePort() {
    }

    /** The first free port from this one on. */
    public static int from(int preferred) {
        for (int port = preferred; port < preferred + 200; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new CannotStart("No free port between %d and %d. Set HTTP_PORT to one that is."
                .formatted(preferred, preferred + 199));
    }

    /** One the operating system hands out. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
