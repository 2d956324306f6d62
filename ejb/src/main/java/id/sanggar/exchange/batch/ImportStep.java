package id.sanggar.exchange.batch;

import id.sanggar.exchange.ImportWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The one step: goes on with the import from wherever it stands. */
@Dependent
@Named("importStep")
class ImportStep extends AbstractBatchlet {

    @Inject
    @BatchProperty(name = ImportJob.IMPORT)
    private String importId;

    @Inject
    private ImportWork work;

    @Override
    public String process() {
        work.work(Long.parseLong(importId));
        return null;
    }
}
