package id.sanggar.search;

import id.sanggar.identity.Role;
import id.sanggar.search.batch.RebuildJob;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.logging.Logger;
import org.hibernate.search.mapper.orm.Search;

/**
 * Notices that this node's index does not hold what the database does (a new node, a lost directory, a crash between
 * the two) and has it built anew.
 */
@Singleton
@RunAs(Role.IS_ADMIN)
public class IndexWatch {

    private static final Logger LOG = Logger.getLogger(IndexWatch.class.getName());

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private SearchDocuments documents;

    @Inject
    private RebuildJob job;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void compare() {
        long indexed = Search.session(entityManager).search(SearchDocument.class)
                .where(f -> f.matchAll())
                .fetchTotalHitCount();
        long known = documents.count();
        if (indexed != known && job.start()) {
            LOG.info(() -> "The index holds " + indexed + " of " + known + " documents and is built anew");
        }
    }
}
