package id.sanggar.web.insight;

import id.sanggar.insight.CommandCentre;
import id.sanggar.insight.ProgrammeFigures;
import id.sanggar.programme.MemberFilter;
import id.sanggar.programme.Membership;
import id.sanggar.web.shared.ColumnChart;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All programmes of a manager at a glance. */
@Named
@RequestScoped
public class CommandCentreView {

    @Inject
    private CommandCentre commandCentre;

    @Inject
    private Texts text;

    private List<Card> programmes;

    /**
     * One programme.
     *
     * @param waiting applications to decide
     * @param funnel how many reached each stage, and how many of them are there now
     * @param inWords the same, for who does not see it
     */
    public record Card(ProgrammeFigures figures, long waiting, ColumnChart funnel, String inWords) {

        /** Whole percents of those ever admitted. */
        public long share(ProgrammeFigures.StageFigure stage) {
            var admitted = figures.members().number();
            return admitted == 0 ? 0 : Math.round(100.0 * stage.reached().number() / admitted);
        }
    }

    public List<Card> getProgrammes() {
        if (programmes == null) {
            programmes = commandCentre.overview().stream()
                    .map(figures -> new Card(figures, count(figures, Membership.State.APPLIED), funnel(figures),
                            inWords(figures)))
                    .toList();
        }
        return programmes;
    }

    /** Memberships of all programmes that a manager has to do with, by what has become of them. */
    public List<ProgrammeFigures.StateFigure> getStates() {
        return Stream.of(Membership.State.APPLIED, Membership.State.ACTIVE, Membership.State.COMPLETED)
                .map(state -> new ProgrammeFigures.StateFigure(state, new ProgrammeFigures.Figure(
                        getProgrammes().stream().mapToLong(card -> count(card.figures(), state)).sum(),
                        MemberFilter.EVERYONE.inState(state))))
                .toList();
    }

    private static long count(ProgrammeFigures programme, Membership.State state) {
        return programme.states().stream()
                .filter(figure -> figure.state() == state)
                .mapToLong(figure -> figure.people().number())
                .sum();
    }

    private static ColumnChart funnel(ProgrammeFigures programme) {
        return ColumnChart.of(programme.funnel().stream()
                .map(stage -> new ColumnChart.Value(stage.stage().code(), stage.reached().number(),
                        stage.now().number()))
                .toList(), programme.programme().target());
    }

    private String inWords(ProgrammeFigures programme) {
        return programme.funnel().stream()
                .map(stage -> text.of("insight.stage-in-words", stage.stage().code(), stage.reached().number(),
                        stage.now().number()))
                .collect(Collectors.joining("; ", text.of("insight.funnel-of", programme.programme().title()) + " ",
                        "."));
    }
}
