package id.sanggar.assessment;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts the SQL statements the server sends. Its own timers send some too: the fewest of a few times count. */
final class StatementCount {

    private static final int TIMES = 4;

    private StatementCount() {
    }

    static long of(Callable<?> what) throws Exception {
        var fewest = Long.MAX_VALUE;
        for (int time = 0; time < TIMES; time++) {
            var before = sent();
            what.call();
            fewest = Math.min(fewest, sent() - before);
        }
        return fewest;
    }

    private static long sent() throws JMException {
        var server = ManagementFactory.getPlatformMBeanServer();
        var statistics = new ObjectName("jboss.as:subsystem=datasources,data-source=Sanggar,statistics=jdbc");
        if (!(Boolean) server.getAttribute(statistics, "statisticsEnabled")) {
            server.setAttribute(statistics, new Attribute("statisticsEnabled", true));
        }
        return Long.parseLong(server.getAttribute(statistics, "PreparedStatementCacheAccessCount").toString());
    }
}
