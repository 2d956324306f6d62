package id.sanggar.certificate.batch;

import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.certificate.internal.Templates;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Sha256;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** Draws each paper once, to prove that it can be, and keeps what it consists of and its hash. */
@Dependent
@Named("paperDrawer")
class PaperDrawer implements ItemProcessor {

    @Inject
    @BatchProperty
    private String issuance;

    @Inject
    private RunningIssuances running;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Outlines courses;

    @Inject
    private Templates templates;

    @Inject
    private Printing printing;

    private RunningIssuances.Batch batch;
    private ProgrammeOutline programme;
    private CompiledTemplate template;
    private LocalDate issuedOn;

    @Override
    public Paper processItem(Object item) {
        if (batch == null) {
            prepare();
        }
        var pending = (Pending) item;
        var code = PublicCode.random();
        var achievement = new Printing.Achievement(pending.holder(), pending.partner(), pending.score(),
                programme.day(pending.completedAt()));
        var serial = Printing.serial(pending.serialNumber(), programme, batch.courseCode(), issuedOn.getYear());
        var values = printing.values(programme, courses.version(pending.versionId()), achievement, issuedOn, null,
                serial, code);
        try {
            return new Paper(pending, code, values, Sha256.of(template.stamp(values)), null);
        } catch (Unprintable unprintable) {
            return new Paper(pending, null, null, null, Printing.reason(unprintable));
        }
    }

    private void prepare() {
        batch = running.batch(Long.parseLong(issuance));
        programme = programmes.byId(batch.programmeId());
        template = templates.compiled(batch.templateId());
        issuedOn = programme.day(batch.startedAt());
    }
}
