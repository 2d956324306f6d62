package id.sanggar.certificate.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.certificate.Award;
import id.sanggar.certificate.pdf.CertificateTemplate;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The templates of certificates in all their versions. A version never changes: what was issued with it can be drawn
 * again with it. Compiled once for the whole system, read once by each node.
 */
@ApplicationScoped
public class Templates {

    /** Raised when the compiler draws the same source otherwise than before. */
    private static final String COMPILER = "2\n";

    private static final Pattern AWARD =
            Pattern.compile("<meta\\s+name=\"award\"\\s+content=\"(completion|attendance)\"\\s*/>");

    private static final Logger LOG = Logger.getLogger(Templates.class.getName());

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    private final LoadingCache<Long, CompiledTemplate> compiled = Caffeine.newBuilder()
            .maximumSize(50)
            .executor(Runnable::run)
            .build(id -> CompiledTemplate.read(bytes(id)));

    private byte[] bytes(long id) {
        return (byte[]) entityManager.createNativeQuery("select compiled from certificate_template where id = :id")
                .setParameter("id", id)
                .getSingleResult();
    }

    /** A version, ready to be stamped. */
    public CompiledTemplate compiled(long id) {
        return compiled.get(id);
    }

    /**
     * The version that new batches use.
     *
     * @throws NotFound if there is no template of that slug
     */
    @SuppressWarnings("unchecked")
    public long current(String slug) {
        List<Long> ids = entityManager.createNativeQuery("""
                select id from certificate_template where slug = :slug order by version desc limit 1""", Long.class)
                .setParameter("slug", slug)
                .getResultList();
        return ids.stream().findFirst().orElseThrow(() -> new NotFound("certificate template " + slug));
    }

    /**
     * Makes this the template that new batches use, unless it is already.
     *
     * @throws IllegalArgumentException if it is not what a template may be; the message says where
     */
    @Transactional
    public void put(String slug, CertificateTemplate template) {
        var hash = Sha256.of((COMPILER + template.page() + '\n' + template.frame()).getBytes(StandardCharsets.UTF_8));
        if (isCurrent(slug, hash)) {
            return;
        }
        var version = entityManager.createNativeQuery("""
                insert into certificate_template (slug, version, source_hash, award, page, frame, compiled, created_at)
                select :slug, coalesce(max(version), 0) + 1, :hash, :award, :page, :frame, :compiled, :now
                from certificate_template where slug = :slug
                on conflict (slug, version) do nothing""")
                .setParameter("slug", slug)
                .setParameter("hash", hash)
                .setParameter("award", award(template).name())
                .setParameter("page", template.page())
                .setParameter("frame", template.frame())
                .setParameter("compiled", template.compile().toBytes())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (version > 0) {
            LOG.info(() -> "Certificate template " + slug + ": new version");
        }
    }

    /** What a template's papers are given for: what its page says of itself, else completion. */
    static Award award(CertificateTemplate template) {
        var said = AWARD.matcher(template.page());
        return said.find() ? Award.valueOf(said.group(1).toUpperCase(Locale.ROOT)) : Award.COMPLETION;
    }

    private boolean isCurrent(String slug, String hash) {
        return entityManager.createNativeQuery("""
                select source_hash from certificate_template where slug = :slug order by version desc limit 1""")
                .setParameter("slug", slug)
                .getResultStream()
                .anyMatch(hash::equals);
    }
}
