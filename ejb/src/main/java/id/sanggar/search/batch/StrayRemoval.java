package id.sanggar.search.batch;

import id.sanggar.search.SearchDocuments;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Takes out of the index what is no longer in the database, as after a backup was restored. */
@Named
@Dependent
public class StrayRemoval extends AbstractBatchlet {

    @Inject
    private SearchDocuments documents;

    @Override
    public String process() {
        return "removed " + documents.removeStrays();
    }
}
