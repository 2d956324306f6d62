package id.sanggar.learning;

import id.sanggar.course.Outlines;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What requirements are called: those a manager confirms by their owner, courses and marks by the course. */
@ApplicationScoped
class RequirementTitles {

    private static final LocalizedText ADMISSION = new LocalizedText("Permohonan diterima", "Application accepted");
    private static final LocalizedText COURSE = new LocalizedText("Kursus yang sedang disiapkan",
            "A course that is being prepared");

    @Inject
    private Outlines courses;

    LocalizedText of(ProgrammeOutline.Requirement requirement) {
        if (requirement.title() != null) {
            return requirement.title();
        }
        return switch (requirement.kind()) {
            case COURSE, MARK -> course(requirement.courseId());
            case GROUP -> of(requirement.of());
            default -> ADMISSION;
        };
    }

    /** Several of them, one after the other. */
    LocalizedText of(List<ProgrammeOutline.Requirement> requirements) {
        return new LocalizedText(joined(requirements, LocalizedText::id), joined(requirements, LocalizedText::en));
    }

    private String joined(List<ProgrammeOutline.Requirement> requirements, Function<LocalizedText, String> language) {
        return requirements.stream().map(this::of).map(language).collect(Collectors.joining("; "));
    }

    private LocalizedText course(long courseId) {
        try {
            return courses.publishedById(courseId).title();
        } catch (NotFound unpublished) {
            return COURSE;
        }
    }
}
