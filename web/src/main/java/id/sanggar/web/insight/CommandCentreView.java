package id.sanggar.web.insight;

import id.sanggar.insight.Figure;
import id.sanggar.insight.Figures;
import id.sanggar.insight.Funnel;
import id.sanggar.insight.Numbers;
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
    private Figures all;

    @Inject
    private Texts text;

    private List<Card> programmes;

    /**
     * One programme.
     *
     * @param chart how many reached each stage, and how many of them are there now
     * @param inWords the same, for who does not see it
     */
    public record Card(Funnel funnel, ColumnChart chart, String inWords) {

        /** Whole percents of those ever admitted. */
        public long share(Numbers.OfStage stage) {
            return stage.reached().percentOf(funnel.numbers().members());
        }
    }

    public List<Card> getProgrammes() {
        if (programmes == null) {
            programmes = all.overview().stream()
                    .map(funnel -> new Card(funnel, chart(funnel), inWords(funnel)))
                    .toList();
        }
        return programmes;
    }

    /** Memberships of all programmes that a manager has to do with, by what has become of them. */
    public List<Numbers.OfState> getStates() {
        return Stream.of(Membership.State.APPLIED, Membership.State.ACTIVE, Membership.State.COMPLETED)
                .map(state -> new Numbers.OfState(state, new Figure(
                        getProgrammes().stream()
                                .mapToLong(card -> card.funnel().numbers().in(state).number())
                                .sum(),
                        MemberFilter.EVERYONE.inState(state))))
                .toList();
    }

    private static ColumnChart chart(Funnel funnel) {
        return ColumnChart.of(funnel.numbers().stages().stream()
                .map(stage -> new ColumnChart.Value(stage.stage().code(), stage.reached().number(),
                        stage.now().number()))
                .toList(), funnel.target());
    }

    private String inWords(Funnel funnel) {
        return funnel.numbers().stages().stream()
                .map(stage -> text.of("insight.stage-in-words", stage.stage().code(), stage.reached().number(),
                        stage.now().number()))
                .collect(Collectors.joining("; ", text.of("insight.funnel-of", funnel.programme().title()) + " ",
                        "."));
    }
}
