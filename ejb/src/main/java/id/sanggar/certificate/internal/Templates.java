package id.sanggar.certificate.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.sanggar.certificate.Award;
import id.sanggar.certificate.pdf.CertificateTemplate;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.shared.Conflict;
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
import java.util.Optional;
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

    /** What the newest version of that slug certifies; empty while there is none. */
    @SuppressWarnings("unchecked")
    public Optional<Award> award(String slug) {
        List<String> awards = entityManager.createNativeQuery("""
                select award from certificate_template where slug = :slug order by version desc limit 1""",
                String.class)
                .setParameter("slug", slug)
                .getResultList();
        return awards.stream().findFirst().map(Award::valueOf);
    }

    /**
     * Brings a template that comes with Sanggar. It becomes the one that new batches use, unless it has been that
     * already, or somebody designed another since.
     *
     * @throws IllegalArgumentException if it is not what a template may be; the message says where
     */
    @Transactional
    public void bring(String slug, CertificateTemplate template) {
        if (isKnown(slug, hash(template))) {
            return;
        }
        if (add(slug, template, template.compile(), null)) {
            LOG.info(() -> "Certificate template " + slug + ": new version");
        }
    }

    /**
     * Makes this the template that new batches use.
     *
     * @throws Conflict if somebody else made a version at the same moment
     */
    @Transactional
    public void publish(String slug, CertificateTemplate template, CompiledTemplate ready, long designer) {
        if (!add(slug, template, ready, designer)) {
            throw new Conflict("certificate.template-changed-meanwhile");
        }
    }

    private boolean add(String slug, CertificateTemplate template, CompiledTemplate ready, Long designer) {
        return entityManager.createNativeQuery("""
                insert into certificate_template (slug, version, source_hash, award, page, frame, compiled, created_at,
                    created_by)
                select :slug, coalesce(max(version), 0) + 1, :hash, :award, :page, :frame, :compiled, :now,
                    cast(:designer as bigint)
                from certificate_template where slug = :slug
                on conflict (slug, version) do nothing""")
                .setParameter("slug", slug)
                .setParameter("hash", hash(template))
                .setParameter("award", award(template).name())
                .setParameter("page", template.page())
                .setParameter("frame", template.frame())
                .setParameter("compiled", ready.toBytes())
                .setParameter("now", clock.instant())
                .setParameter("designer", designer)
                .executeUpdate() > 0;
    }

    private static String hash(CertificateTemplate template) {
        return Sha256.of((COMPILER + template.page() + '\n' + template.frame()).getBytes(StandardCharsets.UTF_8));
    }

    /** What a template's papers are given for: what its page says of itself, else completion. */
    public static Award award(CertificateTemplate template) {
        var said = AWARD.matcher(template.page());
        return said.find() ? Award.valueOf(said.group(1).toUpperCase(Locale.ROOT)) : Award.COMPLETION;
    }

    private boolean isKnown(String slug, String hash) {
        return (Boolean) entityManager.createNativeQuery("""
                select exists (select 1 from certificate_template where slug = :slug and source_hash = :hash)
                    or coalesce((select created_by is not null from certificate_template where slug = :slug
                        order by version desc limit 1), false)""")
                .setParameter("slug", slug)
                .setParameter("hash", hash)
                .getSingleResult();
    }
}
