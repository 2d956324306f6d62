package id.sanggar.certificate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import id.sanggar.testing.BrowserTest;
import id.sanggar.testing.Screen;
import id.sanggar.testing.Traffic;
import java.awt.image.BufferedImage;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker that asks nobody: what it makes of the QR code of a real certificate, and of a thousand others. */
class OfflineVerifierIT extends BrowserTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int FORGERIES = 1_000;
    private static final int WEIGHT = 40_000;
    /** Dots per inch. */
    private static final int FAR = 200;
    private static final int NEARER = 30;
    private static final int NEAR = 320;

    /** What the QR code says on the paper of the sample world's Taufik Djafar. */
    private static String scanned;

    private final Random random = new Random(20261122);

    @BeforeAll
    static void somebodyScansAPaper() throws Exception {
        scanned = scan(SampleCertificate.pdf());
    }

    /** As a phone does: picture after picture, each from a little nearer, until one can be read. */
    private static String scan(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            for (var dpi = FAR; ; dpi += NEARER) {
                try {
                    return read(new PDFRenderer(document).renderImageWithDPI(0, dpi));
                } catch (ReaderException blurred) {
                    assertThat(dpi).as("no picture can be read").isLessThan(NEAR);
                }
            }
        }
    }

    private static String read(BufferedImage image) throws ReaderException {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)),
                Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }

    private Page keeping(Screen screen) {
        var page = open(screen);
        page.navigate("/verify/offline");
        assertThat(page.locator("[data-kept=yes]")).isVisible();
        return page;
    }

    private static void paste(Page page, String text) {
        page.locator("#pasted").fill(text);
        page.locator("#read").click();
    }

    private void look(Page page, String name) {
        assertFits(page);
        assertAccessible(page);
        screenshot(page, name);
    }

    @ParameterizedTest
    @EnumSource
    void whatThePhonesCameraOpensIsVerifiedWithTheNetworkOff(Screen screen) {
        var page = keeping(screen);
        look(page, "offline-empty");
        page.context().setOffline(true);

        page.navigate(scanned);
        assertThat(page.locator("#answer h2")).hasText("Tanda tangan sah");
        assertThat(page.locator("#answer")).containsText("Taufik Djafar");
        assertThat(page.locator("#answer")).containsText("Pengendalian Mutu Olahan Pangan");
        assertThat(page.locator("#answer")).containsText("/PMOP/7571/");
        assertThat(page.locator("#answer")).containsText("dicabut atau diganti");
        look(page, "offline-genuine");

        page.navigate("/verify/offline");
        paste(page, with(scanned, proof -> proof[20] ^= 1));
        assertThat(page.locator("#answer h2")).hasText("Kode QR palsu");
        assertThat(page.locator("#answer")).not().containsText("Taufik Djafar");
        look(page, "offline-forged");
        paste(page, "Sertifikat Ratna");
        assertThat(page.locator("#answer h2")).hasText("Tidak terbaca");
        page.navigate(scanned.replaceAll("#.*", ""));
        assertThat(page.locator("#answer h2")).hasText("Tidak ada bukti di kode ini");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(scanned);
        look(page, "offline-dark");
    }

    @Test
    void everyVisitWithAConnectionRenewsWhatIsKept() {
        var page = keeping(Screen.PHONE);
        page.evaluate("caches.open('verifier').then(shelf => shelf.put('/verify/offline', new Response('old')))");
        page.navigate("/verify/offline");
        assertThat(page.locator("[data-kept=yes]")).isVisible();
        assertThat(page.evaluate("caches.match('/verify/offline').then(kept => kept.text())").toString())
                .contains("data-keys");
    }

    @Test
    void weighsNoMoreThanAPhotoTheSizeOfAThumbnail() {
        var page = open(Screen.PHONE);
        var traffic = Traffic.of(page);
        page.navigate("/verify/offline");
        assertThat(traffic.bytes()).isPositive().isLessThanOrEqualTo(WEIGHT);
    }

    @Test
    void worksAsAPageThatSomebodySaved(@TempDir Path folder) throws Exception {
        var page = open(Screen.PHONE);
        page.navigate("/verify/offline");
        var html = page.request().get("/verify/offline").text();
        var asset = Pattern.compile("/assets/([a-z-]+\\.(?:js|css))\\?v=[0-9a-f]+").matcher(html);
        while (asset.find()) {
            Files.write(folder.resolve(asset.group(1)), page.request().get(asset.group()).body());
        }
        Files.writeString(folder.resolve("periksa.html"), asset.replaceAll("$1"));

        var later = open(Screen.PHONE);
        later.context().setOffline(true);
        later.navigate(folder.resolve("periksa.html").toUri().toString());
        paste(later, scanned);
        assertThat(later.locator("#answer h2")).hasText("Tanda tangan sah");
    }

    @Test
    void aBrowserThatSeesQrCodesReadsThemInPhotos() {
        var page = open(Screen.PHONE);
        page.addInitScript("""
                globalThis.BarcodeDetector = class {
                  static async getSupportedFormats() { return ['qr_code'] }
                  async detect() { return globalThis.seen ? [{ rawValue: globalThis.seen }] : [] }
                }""");
        page.navigate("/verify/offline");
        var photo = new FilePayload("foto.png", "image/png", page.screenshot());
        page.locator("#photo").setInputFiles(photo);
        assertThat(page.locator("#missed")).isVisible();
        look(page, "offline-scan");
        page.evaluate("text => { globalThis.seen = text }", scanned);
        page.locator("#photo").setInputFiles(photo);
        assertThat(page.locator("#answer h2")).hasText("Tanda tangan sah");
    }

    @Test
    void thePageOfACertificateSaysWhetherTheQrCodeThatLedThereFits() {
        var page = open(Screen.PHONE);
        page.navigate(scanned);
        assertThat(page.locator("h1")).hasText("Berlaku");
        assertThat(page.locator("[data-fits=yes]")).isVisible();

        page.navigate("about:blank");
        page.navigate(with(scanned, proof -> proof[proof.length - 1] ^= 1));
        assertThat(page.locator("h1")).hasText("Kode QR tidak cocok");
        assertThat(page.locator("[data-fits=no]")).isVisible();
        look(page, "verify-misfit");
    }

    @Test
    void noneOfAThousandForgedPayloadsPasses() throws Exception {
        var page = open(Screen.DESKTOP);
        page.navigate("/verify/offline");
        assertThat(states(page, List.of(scanned, scanned + " "))).containsOnly("GENUINE");
        var stranger = KeyPairGenerator.getInstance("EC");
        stranger.initialize(new ECGenParameterSpec("secp256r1"));
        var key = stranger.generateKeyPair().getPrivate();
        var forgeries = new ArrayList<String>();
        for (var number = 0; number < FORGERIES; number++) {
            forgeries.add(forgery(number, key));
        }
        var states = states(page, forgeries);
        assertThat(states).hasSize(FORGERIES).isSubsetOf("FORGED", "STRANGE", "UNREADABLE", "BARE");
        assertThat(states).filteredOn("FORGED"::equals).hasSizeGreaterThan(500);
    }

    @SuppressWarnings("unchecked")
    private static List<String> states(Page page, List<String> texts) {
        return (List<String>) page.evaluate(
                "texts => Promise.all(texts.map(async text => (await readProof(text)).state))", texts);
    }

    private String forgery(int number, PrivateKey key) throws GeneralSecurityException {
        var length = bytes(scanned).length;
        return switch (number % 7) {
            case 0 -> with(scanned, proof -> proof[number / 7 % length] ^= (byte) (1 << number % 8));
            case 1 -> letterChanged();
            case 2 -> scanned.replaceFirst("verify/(.{5}).", "verify/$1" + otherThan(scanned.replaceFirst(
                    ".*verify/.{5}(.).*", "$1").charAt(0)));
            case 3 -> scanned.replaceFirst("://[^/]+", "://" + number + ".example");
            case 4 -> with(scanned, proof -> {
                // Another name, signed by another key that claims to be ours.
                proof[30] = (byte) ('a' + number % 26);
                proof[31] = (byte) ('a' + number / 26 % 26);
                sign(proof, key);
            });
            case 5 -> with(scanned, proof -> {
                proof[1] ^= (byte) (1 + number % 255);
                sign(proof, key);
            });
            default -> scanned.substring(0, scanned.length() - 1 - number / 7 % 200);
        };
    }

    private String letterChanged() {
        var at = scanned.indexOf('#') + 1 + random.nextInt(scanned.length() - scanned.indexOf('#') - 1);
        return scanned.substring(0, at) + otherThan(scanned.charAt(at)) + scanned.substring(at + 1);
    }

    private char otherThan(char letter) {
        var other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        return other == letter ? otherThan(letter) : other;
    }

    private static void sign(byte[] proof, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(("Sanggar certificate proof 1\n" + scanned.replaceAll("#.*", "") + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
            signature.update(proof, 0, proof.length - 64);
            System.arraycopy(signature.sign(), 0, proof, proof.length - 64, 64);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface Change {
        void apply(byte[] proof);
    }

    private static String with(String text, Change change) {
        var proof = bytes(text);
        change.apply(proof);
        var letters = new StringBuilder();
        var unused = (5 - proof.length * 8 % 5) % 5;
        var number = new BigInteger(1, proof).shiftLeft(unused);
        for (var at = (proof.length * 8 + 4) / 5 - 1; at >= 0; at--) {
            letters.append(ALPHABET.charAt(number.shiftRight(5 * at).intValue() & 31));
        }
        return text.substring(0, text.indexOf('#') + 1) + letters;
    }

    private static byte[] bytes(String text) {
        var fragment = text.substring(text.indexOf('#') + 1);
        var number = BigInteger.ONE;
        for (var letter : fragment.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        var bytes = number.shiftRight(fragment.length() * 5 % 8).toByteArray();
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
