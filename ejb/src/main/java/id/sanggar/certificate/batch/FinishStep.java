package id.sanggar.certificate.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Last: the batch is closed, and those who care are told. */
@Dependent
@Named("finishStep")
class FinishStep extends AbstractBatchlet {

    @Inject
    @BatchProperty
    private String issuance;

    @Inject
    private RunningIssuances running;

    @Override
    public String process() {
        running.finish(Long.parseLong(issuance));
        return null;
    }
}
