package id.sanggar.assessment;

import id.sanggar.testing.Acting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Someone new who sits quizzes, alone or in several tabs at once. */
final class Learner {

    private final Acting acting;

    private Learner(Acting acting) {
        this.acting = acting;
    }

    static Learner registered(DataSource database) throws SQLException, NamingException {
        var email = UUID.randomUUID() + "@peserta.example";
        try (var connection = database.getConnection(); var insert = connection.prepareStatement("""
                insert into account (name, email, password_hash, consented_at, consent_version, created_at)
                values ('Salma Hulopi', ?, '-', now(), '1', now())""")) {
            insert.setString(1, email);
            insert.executeUpdate();
        }
        return new Learner(Acting.as(email));
    }

    <T> T does(Callable<T> what) throws Exception {
        return acting.call(what);
    }

    long account() {
        return acting.account();
    }

    /** Does the same so many times at once; a small machine has no more than four threads for that. */
    <T> List<T> doesAtOnce(int times, Callable<T> what) throws Exception {
        ExecutorService executor = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        var moment = new CyclicBarrier(times);
        List<Future<T>> running = IntStream.range(0, times)
                .mapToObj(n -> executor.submit(() -> {
                    moment.await(20, TimeUnit.SECONDS);
                    return acting.call(what);
                }))
                .toList();
        var done = new ArrayList<T>();
        for (var one : running) {
            done.add(one.get(60, TimeUnit.SECONDS));
        }
        return done;
    }
}
