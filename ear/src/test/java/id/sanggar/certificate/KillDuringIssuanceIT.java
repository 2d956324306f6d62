package id.sanggar.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.Alongside;
import id.sanggar.testing.OwnServer;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server and a database of its own: the server is killed in the middle of a batch, as {@code kill -9} does. */
@Alongside
class KillDuringIssuanceIT {

    private static final int MEMBERS = 5_000;

    @AutoClose
    private OwnServer server;

    private Graduates graduates;

    @BeforeEach
    void prepare() throws Exception {
        server = OwnServer.prepare("issuance", false);
        graduates = new Graduates(server.database(), "nslic-kota-gorontalo");
    }

    @Test
    void afterAKillInTheMiddleTheBatchCompletesUnattendedWithNothingLostAndNothingTwice() throws Exception {
        server.start();
        graduates.graduate(MEMBERS, "Lulusan Uji");
        var batch = graduates.start("Angkatan besar");
        server.await("the batch is well under way", () -> issued() >= MEMBERS / 5);

        server.kill();

        assertThat(issued()).isLessThan(MEMBERS);
        assertThat(state(batch)).isEqualTo("RUNNING");

        server.start();
        server.await("the batch is done", () -> !state(batch).equals("RUNNING"));

        assertThat(state(batch)).isEqualTo("DONE");
        assertThat(graduates.read("""
                select concat_ws(' ', count(*), count(distinct account_id), count(distinct serial),
                    count(distinct code), min(serial_number), max(serial_number)) from certificate"""))
                .isEqualTo("5000 5000 5000 5000 1 5000");
        assertThat(graduates.read("select count(*) from issuance_item where state <> 'ISSUED'")).isEqualTo(0L);
        assertThat(graduates.read("select last from serial_counter")).isEqualTo(MEMBERS);
    }

    private long issued() throws Exception {
        return (Long) graduates.read("select count(*) from certificate");
    }

    private String state(UUID batch) throws Exception {
        return (String) graduates.read("select state from issuance where code = cast(? as uuid)", batch.toString());
    }
}
