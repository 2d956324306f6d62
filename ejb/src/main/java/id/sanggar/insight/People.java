package id.sanggar.insight;

import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.programme.Milestone;
import id.sanggar.programme.Pace;
import id.sanggar.programme.ProgrammeOutline;

/**
 * The filters of the people behind numbers: those of a filter, and of these those who also … What the filter rules
 * out already, nobody is in; a filter that asks for one thing of a kind cannot ask for two.
 */
record People(ProgrammeOutline programme, MemberFilter filter) {

    MemberFilter admitted() {
        return reached(programme.firstStage());
    }

    MemberFilter in(Membership.State state) {
        return filter.state() == null || filter.state() == state ? filter.inState(state) : nobody();
    }

    MemberFilter at(Pace pace) {
        return filter.pace() == null || filter.pace() == pace ? filter.getting(pace) : nobody();
    }

    MemberFilter now(ProgrammeOutline.Stage stage) {
        return filter.stage() == null || filter.stage().equals(stage.slug())
                ? filter.inStage(stage.slug())
                : nobody();
    }

    MemberFilter reached(ProgrammeOutline.Stage stage) {
        return filter.reached() == null || programme.stage(filter.reached()).position() < stage.position()
                ? filter.whoReached(stage.slug())
                : filter;
    }

    MemberFilter past(Milestone milestone) {
        return filter.milestones().contains(milestone) ? filter : filter.past(milestone);
    }

    private MemberFilter nobody() {
        return past(Milestone.of(Milestone.Kind.NEVER, null));
    }
}
