package id.sanggar.certificate.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of this machine that judges PDF, installed by the build where it may: Debian's packages, and only for root.
 */
record Tool(String name, String debianPackage) {

    static final Tool QPDF = new Tool("qpdf", "qpdf");
    static final Tool PDFSIG = new Tool("pdfsig", "poppler-utils");

    /** What it says, with what it says of errors. */
    String say(String... arguments) {
        if (!isThere()) {
            install();
        }
        return run(Stream.concat(Stream.of(name), Stream.of(arguments)).toList());
    }

    private boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator")))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    private void install() {
        if (Files.exists(Path.of("/etc/debian_version")) && "root".equals(System.getProperty("user.name"))) {
            run(List.of("apt-get", "-qq", "update"));
            run(List.of("apt-get", "-qq", "install", "--yes", "--no-install-recommends", debianPackage));
        }
        if (!isThere()) {
            throw new IllegalStateException("The tests of certificates need " + name + " and did not find it. Install"
                    + " it (on Debian and Ubuntu: sudo apt-get install " + debianPackage + ").");
        }
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
