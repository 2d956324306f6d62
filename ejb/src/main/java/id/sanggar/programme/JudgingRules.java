package id.sanggar.programme;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The rules a programme's members are judged by, and those that wait to be; for the room that measures by both. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JudgingRules {

    @Inject
    private Programmes programmes;

    @Inject
    private Event<ProgrammeChanged> changed;

    /** The programme as it was described last, whether or not its members are judged by that. */
    public ProgrammeOutline described(long programmeId) {
        return programme(programmeId).outline();
    }

    /** The programme with the stages its members are judged by, as the transaction at hand has it. */
    public ProgrammeOutline inForce(long programmeId) {
        return programmes.inForce(programme(programmeId));
    }

    /** The number of the rules in force. */
    public int versionInForce(long programmeId) {
        return programme(programmeId).rulesInForce();
    }

    /**
     * Members are judged by the rules described last from now on.
     *
     * @param version their number
     * @throws Conflict if others were described meanwhile
     */
    public void bringIntoForce(long programmeId, int version) {
        var programme = programme(programmeId);
        if (programme.rulesVersion() != version) {
            throw new Conflict("programme.rules-changed");
        }
        if (programme.rulesInForce() != version) {
            programme.bringRulesIntoForce();
            programmes.flush();
            programmes.noteInForce(programme.outline());
            changed.fire(new ProgrammeChanged(programmeId));
        }
    }

    private Programme programme(long programmeId) {
        return programmes.programme(programmeId).orElseThrow(() -> new NotFound("programme " + programmeId));
    }
}
