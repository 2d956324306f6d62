package id.sanggar.certificate.batch;

import id.sanggar.certificate.SharedTexts;
import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.certificate.internal.Sealing;
import id.sanggar.certificate.internal.StatusIndexes;
import id.sanggar.certificate.internal.Templates;
import id.sanggar.certificate.pdf.CompiledTemplate;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.programme.ProgrammeOutlines;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;

/** Seals each certificate, its paper drawn once, and keeps what it consists of and its hash. */
@Dependent
@Named("paperDrawer")
class PaperDrawer implements ItemProcessor {

    /** Asked for at once. */
    private static final int INDEXES = 500;

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

    @Inject
    private Sealing sealing;

    @Inject
    private StatusIndexes indexes;

    private final Queue<Long> statusIndexes = new ArrayDeque<>();
    private RunningIssuances.Batch batch;
    private ProgrammeOutline programme;
    private SharedTexts shared;
    private CompiledTemplate template;
    private LocalDate issuedOn;
    private LocalDate expiresOn;

    @Override
    public Paper processItem(Object item) {
        if (batch == null) {
            prepare();
        }
        var pending = (Pending) item;
        var code = PublicCode.random();
        var achievement = new Printing.Achievement(pending.holder(), pending.partner(), pending.score(),
                programme.day(pending.completedAt()));
        var serial = Printing.serial(pending.serialNumber(), shared, batch.courseCode(), issuedOn.getYear());
        var values = printing.values(shared, courses.version(pending.versionId()), achievement, issuedOn,
                expiresOn, serial, code);
        var claims = new Claims(code, batch.award(), values, statusIndex());
        try {
            return new Paper(pending, claims, sealing.seal(template, claims), null);
        } catch (Unprintable unprintable) {
            return new Paper(pending, null, null, Printing.reason(unprintable));
        }
    }

    private long statusIndex() {
        if (statusIndexes.isEmpty()) {
            statusIndexes.addAll(indexes.take(INDEXES));
        }
        return statusIndexes.remove();
    }

    private void prepare() {
        batch = running.batch(Long.parseLong(issuance));
        programme = programmes.byId(batch.programmeId());
        shared = SharedTexts.read(batch.shared(), programme);
        template = templates.compiled(batch.templateId());
        issuedOn = programme.day(batch.startedAt());
        expiresOn = batch.validMonths() == null ? null : issuedOn.plusMonths(batch.validMonths());
    }
}
