package id.sanggar.media;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.testing.Alongside;
import id.sanggar.testing.OwnServer;
import id.sanggar.testing.Visit;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server and a database of its own: the server is killed in the middle of an upload, as {@code kill -9} does. */
@Alongside
class InterruptedUploadIT {

    private static final String OURS = "nslic-kota-gorontalo";

    @AutoClose
    private OwnServer server;

    @BeforeEach
    void prepare() throws Exception {
        server = OwnServer.prepare("upload", true);
    }

    @Test
    void afterAKillInTheMiddleTheUploadGoesOnWhereItStopped() throws Exception {
        server.start();
        var film = Films.film(2_600_000, 21);
        var sender = new Sender(server.address(), author(), "wawancara.mp4", film);
        var upload = Sender.told(sender.begin(OURS, null).body(), "code");
        for (int piece = 0; piece < 4; piece++) {
            sender.put(upload, (long) piece * Sender.PIECE);
        }
        sender.breakOff(upload, 4L * Sender.PIECE, 100_000);
        server.kill();

        server.start();
        sender = new Sender(server.address(), author(), "wawancara.mp4", film);
        var begun = sender.begin(OURS, null).body();
        assertThat(Sender.told(begun, "code")).isEqualTo(upload);
        assertThat(Sender.received(begun)).isEqualTo(4L * Sender.PIECE);
        for (long at = Sender.received(begun); at < film.length; at += Sender.PIECE) {
            sender.put(upload, at);
        }
        sender.complete(upload);
        server.kill();

        server.start();
        var standing = new Sender(server.address(), author(), "wawancara.mp4", film).looked(upload);
        assertThat(Sender.told(standing, "state")).as("another server has looked through it").isEqualTo("READY");
        assertThat(kept(Sender.told(standing, "item"))).isEqualTo(HexFormat.of().formatHex(Sender.digest(film)));
    }

    private Visit author() {
        var author = new Visit(server.address());
        author.signIn("iswan@sanggar.example", "sanggar-demo-iswan");
        return author;
    }

    /** The SHA-256 of all that is kept of it, as the database adds it up. */
    private String kept(String item) throws Exception {
        try (var connection = server.database().getConnection();
                var query = connection.prepareStatement("""
                        select encode(sha256(string_agg(c.bytes, '' order by c.position)), 'hex')
                        from media_item i join media m on m.sha256 = i.sha256
                        join media_chunk c on c.chunks = m.chunks where i.code = cast(? as uuid)""")) {
            query.setString(1, item);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
