package id.sanggar.certificate;

import id.sanggar.certificate.internal.Templates;
import id.sanggar.course.Outline;
import id.sanggar.shared.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Which template a batch uses: that of its course for completion, else the one there is for the award. */
@ApplicationScoped
class BatchTemplates {

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Templates templates;

    /** Those for which there is a template. */
    @SuppressWarnings("unchecked")
    List<Award> awards() {
        List<String> there = entityManager.createNativeQuery("select distinct award from certificate_template",
                String.class).getResultList();
        return List.of(Award.values()).stream()
                .filter(award -> award == Award.COMPLETION || there.contains(award.name()))
                .toList();
    }

    /**
     * The version that is current now.
     *
     * @throws Invalid naming {@code award} if there is none
     */
    long current(Outline course, Award award) {
        return award == Award.COMPLETION ? templates.current(course.certificateTemplate()) : newest(award);
    }

    @SuppressWarnings("unchecked")
    private long newest(Award award) {
        List<Long> ids = entityManager.createNativeQuery("""
                select id from certificate_template where award = :award order by created_at desc, id desc limit 1""",
                Long.class)
                .setParameter("award", award.name())
                .getResultList();
        return ids.stream().findFirst()
                .orElseThrow(() -> Invalid.of("award", "certificate.award-without-template"));
    }
}
