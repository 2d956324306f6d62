package id.sanggar.certificate;

import id.sanggar.certificate.internal.Templates;
import id.sanggar.certificate.pdf.CertificateTemplate;
import id.sanggar.certificate.pdf.CertificateValues;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.certificate.pdf.Field;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Designs the papers. A template is a page and a frame, as {@code docs/certificates.md} tells; a draft is looked at as
 * often as one likes, then made the next version. Versions never change: what was printed with one is drawn with it for
 * ever. Managers see what there is; administrators design, since a template serves the courses of every programme.
 */
@Stateless
public class Designing {

    private static final int LONGEST = 200_000;
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_SLUG = 60;
    private static final String ADDRESS = "https://sanggar.example/verify/" + "0".repeat(26);
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 9, 30);
    /** Without these it is nobody's certificate, for nothing, or a number cannot be told from another. */
    private static final List<Field> NEEDED = List.of(Field.HOLDER, Field.COURSE, Field.SERIAL);

    @Inject
    private TemplateDrafts drafts;

    @Inject
    private Templates templates;

    @Inject
    private CertificateRegister register;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    /** Whose values a preview shows. */
    public enum Preview {
        /** The certificate issued last to a member of the caller's; a sample where there is none. */
        NEWEST,
        /** A name, a course and a programme as long as they come. */
        LONGEST
    }

    /** By name. */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public List<TemplateRow> templates() {
        return drafts.rows();
    }

    /** @throws NotFound if there is no such template, or it is from before sources were kept */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public TemplatePage template(String slug) {
        return drafts.page(slug).orElseThrow(() -> new NotFound("certificate template"));
    }

    /**
     * Begins a template as a copy of another.
     *
     * @param slug of the new one: small letters, digits and hyphens, up to 60
     * @throws Invalid naming {@code slug} if it is not that, or taken
     * @throws NotFound if there is no template to copy
     */
    @RolesAllowed(Role.IS_ADMIN)
    public void copy(String from, String slug) {
        if (slug == null || slug.length() > LONGEST_SLUG || !slug.matches(SLUG)) {
            throw Invalid.of("slug", "certificate.template-name-form");
        }
        if (drafts.exists(slug)) {
            throw Invalid.of("slug", "certificate.template-name-taken", slug);
        }
        var original = template(from);
        save(slug, original.page(), original.frame(), 0);
    }

    /**
     * Keeps a draft, whether it can be printed or not.
     *
     * @param revision of the draft that was changed; 0 if there was none
     * @throws Invalid naming {@code page} or {@code frame} if it is missing or longer than 200,000 characters
     * @throws Conflict if somebody else changed it meanwhile; nothing is kept then
     */
    @RolesAllowed(Role.IS_ADMIN)
    public void save(String slug, String page, String frame, int revision) {
        check("page", page);
        check("frame", frame);
        // Forms send two characters for the end of a line.
        var template = new CertificateTemplate(page.replace("\r\n", "\n"), frame.replace("\r\n", "\n"));
        if (!drafts.save(slug, template, Templates.award(template), revision, access.callerId())) {
            throw new Conflict("certificate.template-changed-meanwhile");
        }
    }

    private static void check(String field, String text) {
        if (text == null || text.isBlank()) {
            throw Invalid.of(field, "certificate.template-empty");
        }
        if (text.length() > LONGEST) {
            throw Invalid.of(field, "certificate.too-long", LONGEST);
        }
    }

    /**
     * Makes the draft the version that new batches use.
     *
     * @param revision of the draft that was looked at
     * @throws Invalid naming {@code page} if it cannot be printed, does not always say whose certificate it is, for
     *     what and of which number, or is for another award than the versions before it, with the reason
     * @throws Conflict if somebody else changed it meanwhile
     */
    @RolesAllowed(Role.IS_ADMIN)
    public void publish(String slug, int revision) {
        var draft = template(slug);
        if (draft.revision() != revision || !drafts.drop(slug, revision)) {
            throw new Conflict("certificate.template-changed-meanwhile");
        }
        var template = new CertificateTemplate(draft.page(), draft.frame());
        var compiled = usable(slug, template);
        templates.publish(slug, template, compiled, access.callerId());
        audit.record("template.published", slug, null, Map.of());
    }

    /**
     * Forgets the draft.
     *
     * @throws Conflict if somebody else changed it meanwhile
     */
    @RolesAllowed(Role.IS_ADMIN)
    public void discard(String slug, int revision) {
        if (!drafts.drop(slug, revision)) {
            throw new Conflict("certificate.template-changed-meanwhile");
        }
    }

    /**
     * What keeps the draft, or the current version, from being a version: e.g. that the longest texts do not fit.
     *
     * @throws NotFound if there is no such template
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public Optional<Message> problem(String slug) {
        var shown = template(slug);
        try {
            usable(slug, new CertificateTemplate(shown.page(), shown.frame()));
            return Optional.empty();
        } catch (Invalid unusable) {
            return unusable.fields().values().stream().findFirst();
        }
    }

    /**
     * A picture of the paper as the draft, or the current version, has it; crossed by a word that says it is a sample.
     *
     * @return PNG
     * @throws NotFound if there is no such template
     * @throws Invalid naming {@code page} if it cannot be printed, with the reason
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public byte[] preview(String slug, Preview preview) {
        var shown = template(slug);
        var compiled = shown.hasDraft()
                ? compiled(new CertificateTemplate(shown.page(), shown.frame()))
                : templates.compiled(templates.current(slug));
        var values = preview == Preview.LONGEST
                ? longest()
                : register.newest(access.callerId()).map(CertificateRegister.Snapshot::printed).orElse(sample());
        return SamplePicture.of(draw(compiled, values));
    }

    private CompiledTemplate usable(String slug, CertificateTemplate template) {
        var compiled = compiled(template);
        draw(compiled, longest());
        var printed = compiled.alwaysPrinted();
        NEEDED.stream().filter(field -> !printed.contains(field)).findFirst().ifPresent(missing -> {
            throw Invalid.of("page", "certificate.template-lacks-field", "{" + missing.key() + "}");
        });
        // Batches choose by award, and courses by name: a name must not come to mean another award.
        templates.award(slug).filter(award -> award != Templates.award(template)).ifPresent(award -> {
            throw Invalid.of("page", "certificate.template-award-fixed", award.name().toLowerCase(Locale.ROOT));
        });
        return compiled;
    }

    private static CompiledTemplate compiled(CertificateTemplate template) {
        try {
            return template.compile();
        } catch (IllegalArgumentException unusable) {
            throw Invalid.of("page", "certificate.template-unusable", unusable.getMessage());
        }
    }

    private static byte[] draw(CompiledTemplate compiled, CertificateValues values) {
        try {
            return compiled.stamp(values);
        } catch (Unprintable unprintable) {
            throw Invalid.of("page", "certificate.template-too-narrow", unprintable.field().key());
        }
    }

    private static CertificateValues sample() {
        return new CertificateValues("Ratna Wahyuni Potabuga", "Pengendalian Mutu Olahan Pangan",
                "NSLIC Kota Gorontalo", "Dinas Koperasi dan UKM", 16, "Sangat Baik", SOME_DAY, SOME_DAY, null,
                "Gorontalo", "Hasna Mooduto, M.Si.", "Kepala Dinas Koperasi dan UKM", "012/PMOP/7571/2026", ADDRESS);
    }

    private static CertificateValues longest() {
        return new CertificateValues("I Gusti Ayu Ketut Purnamawati Kusumaningtyas, S.Sos., M.A.P.",
                "Pengendalian Mutu dan Keamanan Olahan Pangan Industri Rumah Tangga",
                "Pengembangan Kewirausahaan Terpadu Kota Gorontalo", "Dinas Koperasi dan Usaha Kecil Menengah", 120,
                "Sangat Baik", SOME_DAY, SOME_DAY, SOME_DAY, "Kabupaten Bone Bolango",
                "Dr. Hj. Hasna Wahyuni Mooduto, S.E., M.Si.", "Kepala Dinas Koperasi, Usaha Kecil dan Menengah",
                "281812-R2/PMOP/7571/2026", ADDRESS);
    }
}
