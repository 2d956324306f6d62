package id.sanggar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files every page brings along. */
class AssetsTest {

    private static final Path ASSETS = Path.of("src/main/webapp/assets");
    private static final Pattern FONT = Pattern.compile("url\\(\"([a-z-]+\\.woff2)\\?v=([0-9a-f]+)\"\\)");
    private static final Pattern LITERAL_COLOUR = Pattern.compile("#[0-9a-f]{3,8}\\b|rgb\\(|hsl\\(");

    @Test
    void theStyleSheetAsksForTheFontByItsFingerprintSoThatItIsFetchedOnceAYear() throws Exception {
        var font = FONT.matcher(Files.readString(ASSETS.resolve("tokens.css")));
        assertThat(font.find()).isTrue();
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ASSETS.resolve(font.group(1))));
        assertThat(font.group(2)).isEqualTo(HexFormat.of().formatHex(digest, 0, 6));
    }

    @Test
    void coloursAreOnlyInTheTokens() throws Exception {
        var literals = LITERAL_COLOUR.matcher(Files.readString(ASSETS.resolve("learn.css"))).results()
                .map(match -> match.group()).toList();
        assertThat(literals).isEmpty();
    }
}
