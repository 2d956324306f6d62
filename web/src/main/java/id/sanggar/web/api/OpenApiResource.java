package id.sanggar.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;

/** The description of this interface; written by hand, and compared with the methods by a test. */
@Path("openapi")
@PermitAll
public class OpenApiResource {

    @GET
    @Produces("application/yaml")
    public InputStream description() {
        return OpenApiResource.class.getResourceAsStream("openapi.yaml");
    }
}
