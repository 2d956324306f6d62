package id.sanggar.programme;

import id.sanggar.shared.Conflict;
import id.sanggar.shared.NotFound;
import id.sanggar.shared.Sql;
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

    @Inject
    private Sql sql;

    /**
     * Until the transaction ends no other describes rules or brings any into force. Whoever does so locks the programme
     * before anything else, so that nobody waits in a circle.
     *
     * @throws NotFound if there is no such programme
     */
    public void hold(long programmeId) {
        programmes.locked(programmeId).orElseThrow(() -> new NotFound("programme " + programmeId));
    }

    /** Until the transaction ends the rules in force stay so, for who takes in members by them; any number may. */
    public void keepInForce(long programmeId) {
        sql.rows("select 1 from programme where id = ? for share", row -> true, programmeId);
    }

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
