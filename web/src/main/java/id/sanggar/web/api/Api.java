package id.sanggar.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The first version of the interface for machines. */
@ApplicationPath("/api/v1")
public class Api extends Application {
}
