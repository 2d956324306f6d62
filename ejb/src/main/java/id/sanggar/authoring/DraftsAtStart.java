package id.sanggar.authoring;

import id.sanggar.identity.Role;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Gives the courses of a house that is older than the studio their drafts, before anybody asks for one. */
@Startup
@Singleton
@PermitAll
@RunAs(Role.IS_ADMIN)
public class DraftsAtStart {

    @Inject
    private DraftKeeping drafts;

    @PostConstruct
    void catchUp() {
        drafts.catchUp();
    }
}
