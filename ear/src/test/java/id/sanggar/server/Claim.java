package id.sanggar.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * That this process, and no other, runs Sanggar out of a home directory. The operating system takes the lock back
 * however the process ends; beside it is noted which server was started and where it answers.
 */
final class Claim implements AutoCloseable {

    private final Path home;
    private final FileLock lock;

    private Claim(Path home, FileLock lock) {
        this.home = home;
        this.lock = lock;
    }

    static Claim on(Path home) throws IOException {
        Files.createDirectories(home);
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStart("Sanggar is running already: %s\nCtrl-C in its window stops it. A second one needs a "
                    .formatted(noted(home).getProperty("url", "(still starting)"))
                    + "home directory of its own: SANGGAR_HOME.");
        }
        return new Claim(home, lock);
    }

    /** Remembers the server, so that the next start finds it should this one be killed. */
    void note(Process server, String url) throws IOException {
        var notes = new Properties();
        notes.setProperty("url", url);
        notes.setProperty("pid", String.valueOf(server.pid()));
        server.info().startInstant().ifPresent(at -> notes.setProperty("started", at.toString()));
        try (var out = Files.newBufferedWriter(home.resolve("running.properties"))) {
            notes.store(out, null);
        }
    }

    /** The server a killed launcher left running; a process that merely got the same number is not taken for it. */
    Optional<ProcessHandle> orphanedServer() throws IOException {
        var notes = noted(home);
        return Optional.ofNullable(notes.getProperty("pid"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> process.info().startInstant()
                        .map(at -> at.toString().equals(notes.getProperty("started"))).orElse(false));
    }

    /** Drops what was noted of an earlier server. */
    void forget() throws IOException {
        Files.deleteIfExists(home.resolve("running.properties"));
    }

    private static Properties noted(Path home) throws IOException {
        var notes = new Properties();
        var file = home.resolve("running.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                notes.load(in);
            }
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lock.acquiredBy().close();
    }
}
