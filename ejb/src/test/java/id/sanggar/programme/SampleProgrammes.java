package id.sanggar.programme;

import id.sanggar.identity.Account;
import id.sanggar.shared.LocalizedText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Programmes that tests of several rooms talk about. */
public final class SampleProgrammes {

    /** The course on quality control, which the second stage asks for. */
    public static final long QUALITY_COURSE = 41;

    /** The requirement of the third stage. */
    public static final long VISIT = 301;

    /** The requirements of the fourth stage. */
    public static final long NIB = 401;
    public static final long PERMIT = 402;

    private SampleProgrammes() {
    }

    /** P1 admitted, P2 the quality course, P3 a visit, P4 two confirmations: stages 1–4. */
    public static ProgrammeOutline jakpreneur() {
        return programme(Admission.APPROVAL, null);
    }

    /** The same for women. */
    public static ProgrammeOutline sekoper() {
        return programme(Admission.APPROVAL, Account.Gender.FEMALE);
    }

    private static ProgrammeOutline programme(Admission admission, Account.Gender openTo) {
        var stages = new ArrayList<ProgrammeOutline.Stage>();
        stages.add(stage(1, "pendaftaran",
                new ProgrammeOutline.Requirement(101, "admitted", RequirementKind.ADMITTED, null, null)));
        stages.add(stage(2, "pelatihan",
                new ProgrammeOutline.Requirement(201, "mutu", RequirementKind.COURSE, QUALITY_COURSE, null)));
        stages.add(stage(3, "pendampingan", confirmed(VISIT, "kunjungan")));
        stages.add(stage(4, "perizinan", confirmed(NIB, "nib"), confirmed(PERMIT, "izin")));
        return new ProgrammeOutline(7, "jakpreneur", "JKP",
                new ProgrammeOutline.Owner(1, "pemprov", text("Pemprov")), text("JakPreneur"), text("Wirausaha"),
                ZoneId.of("Asia/Jakarta"), "31", "Jakarta", new Signatory("Retno", text("Koordinator")), admission,
                openTo, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 200, List.of(new YearTarget(2026, 200)),
                stages, List.of(cohort(1, "pertama", LocalDate.of(2026, 3, 31)),
                        cohort(2, "kedua", LocalDate.of(2026, 9, 30))), null, 1);
    }

    private static ProgrammeOutline.Stage stage(int position, String slug, ProgrammeOutline.Requirement... asked) {
        return new ProgrammeOutline.Stage(position, position, slug, "P" + position, text(slug), text(slug),
                List.of(asked));
    }

    private static ProgrammeOutline.Requirement confirmed(long id, String slug) {
        return new ProgrammeOutline.Requirement(id, slug, RequirementKind.CONFIRMED, null, text(slug));
    }

    private static ProgrammeOutline.Cohort cohort(long id, String slug, LocalDate ends) {
        return new ProgrammeOutline.Cohort(id, slug, text(slug), ends.minusMonths(2), ends, 100, OpenTo.EVERYONE);
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(text, text + " (en)");
    }
}
