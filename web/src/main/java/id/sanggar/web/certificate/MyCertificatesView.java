package id.sanggar.web.certificate;

import id.sanggar.certificate.Certificates;
import id.sanggar.certificate.MyCertificate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The certificates one holds. */
@Named
@RequestScoped
public class MyCertificatesView {

    @Inject
    private Certificates certificates;

    private List<MyCertificate> mine;

    public List<MyCertificate> getMine() {
        if (mine == null) {
            mine = certificates.mine();
        }
        return mine;
    }
}
