package id.sanggar.web.programme;

import id.sanggar.course.Outlines;
import id.sanggar.identity.Organisation;
import id.sanggar.identity.Organisations;
import id.sanggar.identity.Region;
import id.sanggar.identity.Regions;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Milestone;
import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says in words what the address of a list narrows it by, where the command centre led to it. */
@RequestScoped
class MemberNarrowings {

    @Inject
    private Organisations organisations;

    @Inject
    private Regions regions;

    @Inject
    private Outlines courses;

    @Inject
    private Texts text;

    List<MembersView.Narrowing> of(MemberFilter filter, ProgrammeOutline programme) {
        var narrowings = new ArrayList<MembersView.Narrowing>();
        if (filter.partner() != null) {
            narrowings.add(new MembersView.Narrowing(partner(filter.partner()), filter.servedBy(null)));
        }
        if (filter.region() != null) {
            narrowings.add(new MembersView.Narrowing(region(filter.region()), filter.livingIn(null)));
        }
        if (filter.gender() != null) {
            narrowings.add(new MembersView.Narrowing(text.of(switch (filter.gender()) {
                case "female" -> "programme.narrowed-female";
                case "male" -> "programme.narrowed-male";
                default -> "programme.narrowed-no-gender";
            }), filter.ofGender(null)));
        }
        if (filter.kbli() != null) {
            narrowings.add(new MembersView.Narrowing(filter.kbli().equals(MemberFilter.NONE)
                    ? text.of("programme.narrowed-no-kbli")
                    : text.of("programme.narrowed-kbli", filter.kbli()), filter.inBusiness(null)));
        }
        if (filter.pace() != null) {
            narrowings.add(new MembersView.Narrowing(text.of(switch (filter.pace()) {
                case NEW -> "programme.narrowed-new";
                case BUSY -> "programme.narrowed-busy";
                case QUIET -> "programme.narrowed-quiet";
                case STALLED -> "programme.narrowed-stalled";
            }), filter.getting(null)));
        }
        filter.milestones().forEach(milestone -> narrowings.add(
                new MembersView.Narrowing(milestone(milestone, programme), filter.without(milestone))));
        return narrowings;
    }

    private String partner(String slug) {
        return slug.equals(MemberFilter.NONE)
                ? text.of("programme.narrowed-no-partner")
                : text.of("programme.narrowed-partner", organisations.all().stream()
                        .filter(organisation -> organisation.slug().equals(slug))
                        .map(Organisation::name)
                        .findFirst()
                        .orElse(new LocalizedText(slug, slug)));
    }

    private String region(String area) {
        if (area.equals(MemberFilter.NONE)) {
            return text.of("programme.narrowed-no-region");
        }
        var code = area.replace(MemberFilter.NONE, "");
        var name = regions.find(code).map(Region::name).orElse(code);
        return text.of(area.equals(code) ? "programme.narrowed-region" : "programme.narrowed-region-only", name);
    }

    private String milestone(Milestone milestone, ProgrammeOutline programme) {
        var months = months(milestone);
        return switch (milestone.kind()) {
            case ENTERED -> text.of("programme.narrowed-entered", stage(milestone, programme), months);
            case LEFT -> text.of("programme.narrowed-left", stage(milestone, programme), months);
            case FINISHED -> text.of("programme.narrowed-finished", "", months);
            case ENROLLED -> text.of("programme.narrowed-enrolled", course(milestone), months);
            case PASSED -> text.of("programme.narrowed-passed", course(milestone), months);
            case MEASURED -> text.of("programme.narrowed-measured", course(milestone));
            case CERTIFIED -> text.of("programme.narrowed-certified", course(milestone), months);
            case NEVER -> text.of("programme.narrowed-never");
        };
    }

    private static LocalizedText stage(Milestone milestone, ProgrammeOutline programme) {
        return programme.stage(milestone.subject()).title();
    }

    private LocalizedText course(Milestone milestone) {
        return courses.allPublished().stream()
                .filter(course -> course.courseSlug().equals(milestone.subject()))
                .map(course -> course.title())
                .findFirst()
                .orElse(new LocalizedText(milestone.subject(), milestone.subject()));
    }

    /** "Maret 2026", "Maret 2026 – Mei 2026"; nothing where it may have been ever. */
    private String months(Milestone milestone) {
        var words = DateTimeFormatter.ofPattern("MMMM yyyy", text.locale());
        var both = Stream.of(milestone.first(), milestone.last())
                .map(month -> month == null ? "…" : words.format(month))
                .distinct()
                .toList();
        return both.equals(List.of("…")) ? "" : String.join(" – ", both);
    }
}
