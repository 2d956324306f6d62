package id.sanggar.exchange;

import id.sanggar.testing.Alongside;
import id.sanggar.testing.OwnServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server and a database of its own: the server is killed, as {@code kill -9} does, while members are brought. */
@Alongside
class KillDuringImportIT {

    private static final int MEMBERS = 12_000;
    private static final int KILLS = 2;

    @AutoClose
    private OwnServer server;

    @BeforeEach
    void prepare() throws Exception {
        server = OwnServer.prepare("member-import", false);
    }

    @Test
    void afterKillsWhileReadingAndApplyingEverythingIsAsAnUndisturbedImportMakesIt() throws Exception {
        server.start();
        ImportCrashRun.prove(server, MEMBERS, KILLS);
    }
}
