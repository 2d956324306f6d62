package id.sanggar.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A running WildFly with Sanggar in it, and its log as it grows. */
public final class Server implements AutoCloseable {

    private static final Pattern OWN_WORDS =
            Pattern.compile("^\\S+ \\S+ +INFO +\\[id\\.sanggar[^]]*] \\([^)]*\\) (.*)$");
    private static final int STOP_WITHIN_SECONDS = 60;

    private final ServerDirectory base;
    private final Process process;
    private final Path log;
    private long readTo;

    private Server(ServerDirectory base, Process process, Path log, long readTo) {
        this.base = base;
        this.process = process;
        this.log = log;
        this.readTo = readTo;
    }

    /** Starts the process; {@link #awaitReady} tells when it serves. */
    public static Server start(ServerDirectory base, List<String> javaOptions, Map<String, String> environment)
            throws IOException {
        var log = base.path().resolve("log").resolve("server.log");
        Files.createDirectories(log.getParent());
        var readFrom = Files.exists(log) ? Files.size(log) : 0;
        var command = StandaloneCommandBuilder.of(base.distribution())
                .setBaseDirectory(base.path())
                .setModuleDirs(base.modulePath().split(Pattern.quote(System.getProperty("path.separator"))))
                .setJavaHome(System.getProperty("java.home"));
        javaOptions.forEach(command::addJavaOption);
        var process = Launcher.of(command)
                .addEnvironmentVariables(environment)
                .setRedirectErrorStream(true)
                .redirectOutput(base.path().resolve("log").resolve("console.log"))
                .launch();
        return new Server(base, process, log, readFrom);
    }

    public Process process() {
        return process;
    }

    /**
     * Waits until the application says that it is ready; what it logs about itself meanwhile goes to {@code progress}.
     *
     * @throws CannotStart when the server ends, refuses the application, or takes longer
     */
    public void awaitReady(URI ready, Duration patience, Consumer<String> progress)
            throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var question = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        var deadline = System.nanoTime() + patience.toNanos();
        var errors = new ArrayList<String>();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                read(progress, errors);
                throw failure("The server ended while it started.", errors);
            }
            read(progress, errors);
            if (base.deploymentFailed()) {
                throw failure("The server refused the application.", errors);
            }
            try {
                if (client.send(question, BodyHandlers.discarding()).statusCode() == 200) {
                    read(progress, errors);
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
        }
        throw failure("The server was not ready after %d s.".formatted(patience.toSeconds()), errors);
    }

    private CannotStart failure(String what, List<String> errors) {
        var full = errors.stream().anyMatch(line -> line.contains("No space left on device"));
        var first = String.join("\n", errors.subList(0, Math.min(errors.size(), 12)));
        return new CannotStart(what + (full ? " The disk is full: make room and start again." : "")
                + "\n" + first + "\nAll of it is in " + log);
    }

    private void read(Consumer<String> progress, List<String> errors) throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < readTo) {
                // A new day has begun, and with it a new file.
                readTo = 0;
            }
            var grown = new byte[(int) (file.length() - readTo)];
            file.seek(readTo);
            file.readFully(grown);
            var end = lastLineEnd(grown);
            readTo += end;
            new String(grown, 0, end, StandardCharsets.UTF_8).lines().forEach(line -> {
                var own = OWN_WORDS.matcher(line);
                if (own.matches()) {
                    progress.accept(own.group(1));
                } else if (line.contains(" ERROR ") || line.contains(" SEVERE ") || line.contains("Caused by: ")) {
                    errors.add(line.strip());
                }
            });
        }
    }

    private static int lastLineEnd(byte[] text) {
        var end = text.length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Lets running requests end, then stops. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
