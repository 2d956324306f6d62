package id.sanggar.certificate.seal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Opens the key when the server starts: a wrong password is told then, and not by the first batch. */
@Singleton
@Startup
@PermitAll
public class SealAtStart {

    @Inject
    private Seals seals;

    @PostConstruct
    void open() {
        seals.current();
    }
}
