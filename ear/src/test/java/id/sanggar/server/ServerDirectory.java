package id.sanggar.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.wildfly.core.launcher.CliCommandBuilder;
import org.wildfly.core.launcher.Launcher;

/**
 * The directory a server runs in: its configuration, its deployment, its data and logs. The distribution stays as it
 * was unpacked, so one serves the try-out and the tests at the same time.
 *
 * @param distribution the unpacked WildFly
 * @param files        the configuration script and the modules that ear/ builds
 * @param path         the directory itself
 */
public record ServerDirectory(Path distribution, Path files, Path path) {

    private static final String APPLICATION = "sanggar.ear";

    /** Configures the server, unless it was configured by the same script for the same distribution before. */
    public void configure() throws IOException, InterruptedException {
        var mark = path.resolve("configured");
        var fingerprint = fingerprint();
        if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
            return;
        }
        Files.deleteIfExists(mark);
        for (var part : List.of("configuration", "deployments")) {
            Directories.delete(path.resolve(part));
            Directories.copy(distribution.resolve("standalone").resolve(part), path.resolve(part));
        }
        Directories.delete(path.resolve("modules"));
        Directories.copy(files.resolve("modules"), path.resolve("modules"));
        runScript();
        Files.writeString(mark, fingerprint);
    }

    private void runScript() throws IOException, InterruptedException {
        var output = Files.createDirectories(path.resolve("log")).resolve("configure.log");
        var script = CliCommandBuilder.asModularLauncher(distribution)
                .addJavaOptions("-XX:TieredStopAtLevel=1", "-Djboss.server.base.dir=" + path,
                        "-Djboss.server.log.dir=" + path.resolve("log"))
                .setModuleDirs(distribution.resolve("modules").toString(), path.resolve("modules").toString())
                .setScriptFile(files.resolve("configure.cli"));
        var process = Launcher.of(script)
                .addEnvironmentVariable("JBOSS_HOME", distribution.toString())
                .addEnvironmentVariable("JBOSS_MODULEPATH", modulePath())
                .setRedirectErrorStream(true)
                .redirectOutput(output)
                .launch();
        if (process.waitFor() != 0) {
            throw new CannotStart("The server could not be configured:\n" + Files.readString(output));
        }
    }

    /** Puts the application where the server finds it at its next start, and clears what an earlier one left over. */
    public void deploy(Path ear) throws IOException {
        Directories.delete(path.resolve("tmp"));
        var deployments = path.resolve("deployments");
        for (var state : List.of("deployed", "failed", "isdeploying", "pending", "undeployed")) {
            Files.deleteIfExists(deployments.resolve(APPLICATION + "." + state));
        }
        Files.copy(ear, deployments.resolve(APPLICATION), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(deployments.resolve(APPLICATION + ".dodeploy"), "");
    }

    boolean deploymentFailed() {
        return Files.exists(path.resolve("deployments").resolve(APPLICATION + ".failed"));
    }

    public String modulePath() {
        return distribution.resolve("modules") + System.getProperty("path.separator") + path.resolve("modules");
    }

    private String fingerprint() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((distribution + "\n" + path).getBytes(StandardCharsets.UTF_8));
            try (var tree = Files.walk(files)) {
                for (var file : tree.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
