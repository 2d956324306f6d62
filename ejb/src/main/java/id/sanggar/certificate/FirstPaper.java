package id.sanggar.certificate;

import id.sanggar.certificate.internal.Listed;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.Templates;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;

/** The paper of the first on a batch's list, as the job would draw it today: what an approver looks at. */
@ApplicationScoped
class FirstPaper {

    private static final String FIRST = """
            select f.*, b.programme_id, b.template_id, b.valid_months, cast(b.shared as text) as shared, c.code
            from (%s) f cross join issuance b join course c on c.id = b.course_id where b.id = ?"""
            .formatted(Listed.achievements("""
                    issuance_id = ? and state <> 'INELIGIBLE' order by position fetch first 1 row only"""));

    @Inject
    private Sql sql;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Outlines courses;

    @Inject
    private Templates templates;

    @Inject
    private Printing printing;

    @Inject
    private Clock clock;

    private record First(long programme, long template, Integer validMonths, String shared, String courseCode,
            String holder, String partner, long version, BigDecimal score, Instant reachedAt) {
    }

    /**
     * Crossed by a word that says it is a sample; its number is 000.
     *
     * @return PNG
     * @throws NotFound if nobody is to get a certificate
     * @throws Conflict if it cannot be drawn
     */
    byte[] picture(long issuanceId) {
        var first = sql.row(FIRST, row -> new First(row.getLong("programme_id"), row.getLong("template_id"),
                Sql.integer(row, "valid_months"), row.getString("shared"), row.getString("code"),
                row.getString("holder"), row.getString("partner"), row.getLong("version_id"),
                row.getBigDecimal("score"), Sql.instant(row, "reached_at")), issuanceId, issuanceId)
                .orElseThrow(() -> new NotFound("paper"));
        var programme = programmes.byId(first.programme());
        var shared = SharedTexts.read(first.shared(), programme);
        var today = programme.day(clock.instant());
        var values = printing.values(shared, courses.version(first.version()),
                new Printing.Achievement(first.holder(), first.partner(), first.score(),
                        programme.day(first.reachedAt())),
                today, first.validMonths() == null ? null : today.plusMonths(first.validMonths()),
                Printing.serial(0, shared, first.courseCode(), today.getYear()), Printing.TRIAL_CODE);
        try {
            return SamplePicture.of(templates.compiled(first.template()).stamp(values));
        } catch (Unprintable unprintable) {
            throw new Conflict("certificate.paper-impossible", unprintable.field().key());
        }
    }
}
