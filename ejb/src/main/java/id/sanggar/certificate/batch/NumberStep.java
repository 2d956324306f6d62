package id.sanggar.certificate.batch;

import id.sanggar.programme.ProgrammeOutlines;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** First: who is eligible gets a number of the year the batch was started in, where the programme is. */
@Dependent
@Named("numberStep")
class NumberStep extends AbstractBatchlet {

    @Inject
    @BatchProperty
    private String issuance;

    @Inject
    private RunningIssuances running;

    @Inject
    private ProgrammeOutlines programmes;

    @Override
    public String process() {
        var id = Long.parseLong(issuance);
        var batch = running.batch(id);
        running.number(id, programmes.byId(batch.programmeId()).day(batch.startedAt()).getYear());
        return null;
    }
}
