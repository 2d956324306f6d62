package id.sanggar.web.certificate;

import id.sanggar.certificate.Badges;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** Which of her certificates the caller can have as badges too. */
@Named
@RequestScoped
public class MyBadgesView {

    @Inject
    private Badges badges;

    private Set<String> mine;

    private Set<String> mine() {
        if (mine == null) {
            mine = badges.mine();
        }
        return mine;
    }

    public boolean isAny() {
        return !mine().isEmpty();
    }

    /** @param code of a certificate */
    public boolean has(String code) {
        return mine().contains(code);
    }
}
