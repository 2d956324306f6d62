package id.sanggar.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser of a run: this machine's Chromium, Chrome or Edge, or the one named by the variable CHROMIUM. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable", "chrome", "microsoft-edge", "msedge.exe", "chrome.exe");

    private static final List<String> PLACES = List.of(
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private static Playwright playwright;
    private static Browser browser;

    private Chromium() {
    }

    static Browser browser() {
        if (browser == null) {
            var executable = find().or(Chromium::install).orElseThrow(() -> new IllegalStateException(
                    "The page tests need Chromium, Chrome or Edge and found none. Install one (on Debian and Ubuntu:"
                            + " sudo apt-get install chromium), or set CHROMIUM to where one is."));
            // A page behind a server that starts, imports and issues on two cores may take longer than the usual 5 s.
            PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        }
        return browser;
    }

    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static Optional<Path> find() {
        var named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        var path = System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator"));
        return Stream.concat(
                        Stream.of(path).flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name))),
                        PLACES.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Debian's, where this is Debian and we may. */
    private static Optional<Path> install() {
        if (!Files.exists(Path.of("/etc/debian_version")) || !"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            apt("update");
            apt("install", "--yes", "--no-install-recommends", "chromium");
            return find();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void apt(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("apt-get", "-qq"), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
