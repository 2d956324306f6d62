package id.sanggar.media.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import id.sanggar.media.MediaKind;
import id.sanggar.media.Photos;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Messages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    private static final String NAME = "berkas.jpg";

    // ---- pictures -------------------------------------------------------------------------------------------

    @Test
    void aPhotographIsKeptInTheWidthsOfWindowsAndNoPhoneLoadsMoreThan40Kilobytes() throws IOException {
        var photo = inspect(Samples.jpeg(3000, 2000));
        assertThat(photo.kind()).isEqualTo(MediaKind.PICTURE);
        assertThat(photo.extension()).isEqualTo("jpg");
        assertThat(photo.width()).isEqualTo(1280);
        assertThat(photo.height()).isEqualTo(853);
        assertThat(photo.bytes().length).isLessThanOrEqualTo(200_000);
        for (var variant : photo.variants()) {
            assertThat(variant.bytes().length).isLessThanOrEqualTo(variant.width() <= 720 ? 40_000 : 200_000);
        }
        assertThat(photo.variants()).filteredOn(variant -> variant.contentType().equals("image/webp"))
                .extracting(Inspected.Variant::width).containsExactly(360, 720, 1280);
        assertThat(photo.variants()).filteredOn(variant -> variant.contentType().equals("image/jpeg"))
                .extracting(Inspected.Variant::width).containsExactly(360, 720);
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.bytes())).getWidth()).isEqualTo(1280);
    }

    @Test
    void aPhotographIsTurnedUprightAndTellsNoPlace() throws IOException {
        var bytes = Samples.jpegOfAPhone(800, 600);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("DI RUMAH SAYA");
        var photo = inspect(bytes);
        assertThat(photo.width()).isEqualTo(600);
        assertThat(photo.height()).isEqualTo(800);
        var upright = ImageIO.read(new ByteArrayInputStream(photo.bytes()));
        assertThat(new Color(upright.getRGB(500, 60)).getRed()).as("what was left above is right above")
                .isGreaterThan(200);
        assertThat(new Color(upright.getRGB(500, 60)).getBlue()).isLessThan(80);
        assertThat(new String(photo.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "RUMAH");
        photo.variants().forEach(variant ->
                assertThat(new String(variant.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "RUMAH"));
    }

    @Test
    void aPhotoOfALearnerIsDrawnAnewAndNotLargerThanItNeedBe() throws IOException {
        var photo = Photos.reencode("izin.jpg", Samples.jpegOfAPhone(4000, 3000));
        assertThat(photo.width()).isEqualTo(1200);
        assertThat(photo.height()).isEqualTo(1600);
        assertThat(photo.bytes().length).isLessThanOrEqualTo(400_000);
        assertThat(new String(photo.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("RUMAH");
        assertThat(refusalOf(() -> Photos.reencode("izin.pdf", Samples.pdf(pdf -> { })))).isEqualTo("media.no-picture");
    }

    @Test
    void whatIsHiddenBehindAPictureOrInItIsGone() {
        var polyglot = Samples.join(Samples.jpeg(400, 300), "<script>alert(1)</script>PK\3\4".getBytes());
        assertThat(new String(inspect(polyglot).bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("<script", "PK\3\4");
        var comment = "<script>alert(1)</script>";
        var jpeg = Samples.jpeg(400, 300);
        var commented = Samples.join(Samples.cut(jpeg, 0, 2),
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length() + 2)}, comment.getBytes(),
                Samples.cut(jpeg, 2, jpeg.length));
        assertThat(new String(inspect(commented).bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("<script");
    }

    @Test
    void aDrawingOfFewColoursStaysWithoutLossAndTransparent() throws IOException {
        var image = new BufferedImage(900, 500, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillOval(100, 100, 300, 200);
        graphics.dispose();
        var picture = inspect(Samples.written(image, "png"));
        assertThat(picture.extension()).isEqualTo("png");
        assertThat(picture.width()).isEqualTo(900);
        var kept = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(kept.getRGB(5, 5) >>> 24).isZero();
        assertThat(kept.getRGB(250, 200)).isEqualTo(Color.BLUE.getRGB());
    }

    @Test
    void aWebPIsReadAsWell() {
        var webp = Encoding.webp();
        assumeThat(webp).isPresent();
        var bytes = webp.orElseThrow().encode(Samples.image(500, 400, BufferedImage.TYPE_INT_RGB), 0.8f);
        assertThat(inspect(bytes).width()).isEqualTo(500);
        assertThat(refusal(Samples.cut(bytes, 0, bytes.length / 2))).isEqualTo("media.picture-broken");
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsNotUnpacked() {
        assertThat(refusal(pngHead(60_000, 60_000))).isEqualTo("media.picture-large");
        assertThat(refusal(pngHead(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isIn("media.picture-large", "media.picture-broken");
    }

    @Test
    void aPictureThatIsCutOffIsRefused() {
        var jpeg = Samples.jpeg(900, 600);
        var png = Samples.png(900, 600);
        assertThat(refusal(Samples.cut(jpeg, 0, jpeg.length / 2))).isEqualTo("media.picture-broken");
        assertThat(refusal(Samples.cut(jpeg, 0, 300))).isEqualTo("media.picture-broken");
        assertThat(refusal(Samples.cut(png, 0, png.length / 2))).isEqualTo("media.picture-broken");
    }

    /** A PNG that claims to be so large, and holds a few bytes. */
    private static byte[] pngHead(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array();
        var deflated = new byte[100];
        var deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        int length = deflater.deflate(deflated);
        deflater.end();
        return Samples.join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, chunk("IHDR", head),
                chunk("IDAT", Samples.cut(deflated, 0, length)), chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] body) {
        var crc = new CRC32();
        crc.update(type.getBytes());
        crc.update(body);
        return Samples.join(ByteBuffer.allocate(4).putInt(body.length).array(), type.getBytes(), body,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    // ---- what is no media at all ------------------------------------------------------------------------------

    static Stream<Arguments> strangers() throws IOException {
        return Stream.of(
                Arguments.of("media.program", Samples.join("MZ".getBytes(), new byte[500])),
                Arguments.of("media.program", Samples.join(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, new byte[500])),
                Arguments.of("media.program", "#!/bin/sh\nrm -rf /\n".getBytes()),
                Arguments.of("media.web-page", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes()),
                Arguments.of("media.web-page", "  <html><body onload=alert(1)>".getBytes()),
                Arguments.of("media.web-page", ("<html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>")
                        .getBytes()),
                Arguments.of("media.archive", zip()),
                Arguments.of("media.heic", Samples.join(Samples.box("ftyp", "heic\0\0\0\0mif1heic"), new byte[99])),
                Arguments.of("media.quicktime", Samples.join(Samples.box("ftyp", "qt  \0\0\0\0qt  "), new byte[99])),
                Arguments.of("media.other-picture", Samples.written(
                        Samples.image(40, 40, BufferedImage.TYPE_INT_RGB), "gif")),
                Arguments.of("media.other-picture", Samples.written(
                        Samples.image(40, 40, BufferedImage.TYPE_INT_RGB), "bmp")),
                Arguments.of("media.unknown", "Halo, ini bukan gambar".getBytes()),
                Arguments.of("media.unknown", new byte[300]),
                Arguments.of("media.empty", new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsNoMediaIsRefusedWhateverItsNameSays(String key, byte[] bytes) {
        assertThat(refusal(bytes)).isEqualTo(key);
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(1);
        }
        return bytes.toByteArray();
    }

    @Test
    void aRefusalNamesTheFileAndSaysWhatToDoInBothLanguages() {
        var refused = catchThrowableOfType(Invalid.class,
                () -> Inspection.inspect("foto-usaha.jpg", Content.of("MZ programs".getBytes())));
        var message = refused.fields().get(Inspection.FILE);
        assertThat(Messages.text(message, Locale.forLanguageTag("id"))).contains("foto-usaha.jpg", "program");
        assertThat(Messages.text(message, Locale.ENGLISH)).contains("foto-usaha.jpg", "program");
    }

    @Test
    void whatIsTooLargeForItsKindIsRefusedByItsFirstBytes() {
        var first = Samples.pdf(pdf -> { });
        assertThat(refusalOf(() -> Inspection.glance("besar.pdf", 150_000_000, first))).isEqualTo("media.too-large");
        assertThat(Inspection.glance("kecil.pdf", 1_500_000, first)).isEqualTo(MediaKind.DOCUMENT);
        assertThat(Inspection.glance("film.mp4", 150_000_000, Samples.mp4("avc1"))).isEqualTo(MediaKind.VIDEO);
    }

    // ---- drawings -----------------------------------------------------------------------------------------------

    @Test
    void aDrawingThatOnlyDrawsIsKeptAsItCame() {
        var bytes = Samples.svg("<style>.a{fill:url(#g)}</style><g id=\"g\"/><use href=\"#g\"/><path d=\"M0 0\"/>");
        var drawing = inspect(bytes);
        assertThat(drawing.kind()).isEqualTo(MediaKind.DRAWING);
        assertThat(drawing.bytes()).isEqualTo(bytes);
        assertThat(drawing.width()).isEqualTo(360);
        assertThat(drawing.height()).isEqualTo(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<script>alert(1)</script>", "<SCRIPT/>", "<g onload=\"alert(1)\"/>", "<a href=\"https://x.id\"><g/></a>",
            "<image href=\"https://example.org/a.png\"/>", "<use href=\"https://example.org/a.svg#x\"/>",
            "<use xlink:href=\"data:image/svg+xml;base64,PHN2Zz4=\"/>",
            "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
            "<style>@import url(https://example.org/a.css);</style>", "<style>g{fill:url(https://x.id/a)}</style>",
            "<style>g{background:u\\72l(x)}</style>", "<g fill=\"url('https://example.org/a')\"/>",
            "<g style=\"fill:url(//example.org)\"/>",
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
            "<set attributeName=\"onload\" to=\"alert(1)\"/>", "<g href=\"javascript:alert(1)\"/>",
            "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"//x\"/>", "<?xml-stylesheet href=\"a.css\"?>",
            "<feImage href=\"https://x.id/a.png\"/>", "<handler type=\"application/ecmascript\">x</handler>",
    })
    void aDrawingThatDoesMoreIsRefused(String inner) {
        assertThat(refusal(Samples.svg(inner))).isEqualTo("media.drawing-unsafe");
    }

    @Test
    void aDrawingFetchesNothingAndMultipliesNothing() {
        assertThat(refusal(("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + new String(Samples.svg("<text>&x;</text>"))).getBytes())).isEqualTo("media.drawing-unreadable");
        assertThat(refusal(("<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
                + new String(Samples.svg("<text>&b;</text>"))).getBytes())).isEqualTo("media.drawing-unreadable");
        assertThat(refusal(Samples.svg("<g>"))).isEqualTo("media.drawing-unreadable");
        assertThat(refusal("<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>".getBytes()))
                .isEqualTo("media.drawing-size");
        assertThat(refusal(Samples.svg("<g/>".repeat(20_001)))).isEqualTo("media.drawing-complex");
    }

    // ---- documents ------------------------------------------------------------------------------------------------

    @Test
    void aPdfIsKeptAsItCameAndItsWordsAreFound() {
        var bytes = Samples.pdf(pdf -> { });
        var document = inspect(bytes);
        assertThat(document.kind()).isEqualTo(MediaKind.DOCUMENT);
        assertThat(document.bytes()).isEqualTo(bytes);
        assertThat(document.plainText()).isEqualTo("Daftar harga abon cakalang");
    }

    static Stream<Arguments> pdfs() {
        return Stream.of(
                Arguments.of("media.pdf-script", change(pdf -> pdf.getDocumentCatalog()
                        .setOpenAction(new PDActionJavaScript("app.alert(1)")))),
                Arguments.of("media.pdf-launch", change(pdf -> pdf.getDocumentCatalog().getCOSObject()
                        .setItem("OpenAction", action("Launch")))),
                Arguments.of("media.pdf-action", change(pdf -> pdf.getPage(0).getCOSObject()
                        .setItem("AA", entry("O", action("SubmitForm"))))),
                Arguments.of("media.pdf-files", change(pdf -> pdf.getDocumentCatalog().getCOSObject()
                        .setItem("Names", entry("EmbeddedFiles", entry("Names", new COSArray()))))),
                Arguments.of("media.pdf-files", change(pdf -> pdf.getDocumentCatalog().getCOSObject()
                        .setItem("AF", entry("EF", new COSDictionary())))),
                Arguments.of("media.pdf-locked", change(pdf -> pdf.protect(
                        new StandardProtectionPolicy("pemilik", "rahasia", new AccessPermission())))),
                Arguments.of("media.pdf-locked", change(pdf -> pdf.protect(
                        new StandardProtectionPolicy("pemilik", "", new AccessPermission())))),
                Arguments.of("media.pdf-trailing", Samples.join(Samples.pdf(pdf -> { }), "<script>".getBytes())),
                Arguments.of("media.pdf-bomb", change(InspectionTest::bomb)));
    }

    @ParameterizedTest
    @MethodSource("pdfs")
    void aPdfThatDoesMoreThanToBeReadIsRefused(String key, byte[] pdf) {
        assertThat(refusal(pdf)).isEqualTo(key);
    }

    @Test
    void aPdfThatIsCutOffIsRefused() {
        var pdf = Samples.pdf(document -> { });
        assertThat(refusal(Samples.cut(pdf, 0, pdf.length / 2))).isEqualTo("media.pdf-broken");
        assertThat(refusal("%PDF-1.7\n%%EOF".getBytes())).isEqualTo("media.pdf-broken");
    }

    private static byte[] change(Samples.Change change) {
        return Samples.pdf(change);
    }

    private static COSDictionary action(String kind) {
        return entry("S", COSName.getPDFName(kind));
    }

    private static COSDictionary entry(String key, COSBase value) {
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.getPDFName(key), value);
        return dictionary;
    }

    private static void bomb(PDDocument pdf) throws IOException {
        var stream = new PDStream(pdf);
        COSStream target = stream.getCOSObject();
        try (var out = target.createOutputStream(COSName.FLATE_DECODE)) {
            for (int i = 0; i < 60; i++) {
                out.write(new byte[1_000_000]);
            }
        }
        pdf.getPage(0).getCOSObject().setItem("Extra", stream);
    }

    // ---- what is played -----------------------------------------------------------------------------------------

    @Test
    void aFilmIsKeptAsItCameAndTellsItsSizeAndLength() {
        var film = inspect(Samples.mp4("avc1"));
        assertThat(film).isEqualTo(Inspected.played(MediaKind.VIDEO, "mp4", "video/mp4", 640, 360, 83));
        assertThat(inspect(Samples.webm("V_VP9")))
                .isEqualTo(Inspected.played(MediaKind.VIDEO, "webm", "video/webm", 640, 360, 61.5));
    }

    @Test
    void aRecordingTellsItsLength() {
        assertThat(inspect(Samples.m4a())).isEqualTo(Inspected.played(MediaKind.AUDIO, "m4a", "audio/mp4", 0, 0, 83));
        assertThat(inspect(Samples.mp3(100)))
                .isEqualTo(Inspected.played(MediaKind.AUDIO, "mp3", "audio/mpeg", 0, 0, 2.6));
        assertThat(inspect(Samples.ogg(true)))
                .isEqualTo(Inspected.played(MediaKind.AUDIO, "ogg", "audio/ogg", 0, 0, 10));
    }

    static Stream<Arguments> broken() {
        var mp4 = Samples.mp4("avc1");
        var webm = Samples.webm("V_VP9");
        var mp3 = Samples.mp3(50);
        var ogg = Samples.ogg(true);
        var html = "<html><script>alert(1)</script></html>".getBytes();
        return Stream.of(
                Arguments.of("media.film-broken", Samples.cut(mp4, 0, mp4.length - 10)),
                Arguments.of("media.film-broken", Samples.cut(mp4, 0, 60)),
                Arguments.of("media.film-trailing", Samples.join(mp4, html)),
                Arguments.of("media.film-trailing", Samples.join(mp4, "abc".getBytes())),
                Arguments.of("media.film-codec", Samples.mp4("hvc1")),
                Arguments.of("media.film-broken", Samples.cut(webm, 0, webm.length - 10)),
                Arguments.of("media.film-trailing", Samples.join(webm, html)),
                Arguments.of("media.film-codec", Samples.webm("V_MPEGH/ISO/HEVC")),
                Arguments.of("media.film-attachment", Samples.webmWithAttachment()),
                Arguments.of("media.sound-broken", Samples.cut(mp3, 0, mp3.length - 10)),
                Arguments.of("media.sound-trailing", Samples.join(mp3, html)),
                Arguments.of("media.sound-broken", Samples.ogg(false)),
                Arguments.of("media.sound-broken", Samples.cut(ogg, 0, ogg.length - 10)),
                Arguments.of("media.sound-trailing", Samples.join(ogg, html)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aFilmOrRecordingThatIsNotWholeOrNotOnlyThatIsRefused(String key, byte[] bytes) {
        assertThat(refusal(bytes)).isEqualTo(key);
    }

    // ---- subtitles ------------------------------------------------------------------------------------------------

    @Test
    void subtitlesBecomeTimesAndWordsAlone() {
        var captions = Captions.normalised("a.vtt", """
                \uFEFFWEBVTT - judul

                STYLE
                ::cue { background: url(https://example.org) }

                NOTE catatan

                2
                00:05.000 --> 00:07.500 align:left position:10%
                <v Ratna>Ukur <i>suhunya</i></v><script>alert(1)</script>

                1
                00:00:01.000 --> 00:00:04.000
                Selamat datang
                di dapur
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(captions, StandardCharsets.UTF_8)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:04.000
                Selamat datang
                di dapur

                00:00:05.000 --> 00:00:07.500
                <v Ratna>Ukur <i>suhunya</i></v>alert(1)
                """);
    }

    @Test
    void subRipIsReadAsWell() {
        assertThat(new String(Captions.normalised("a.srt",
                "1\r\n00:00:01,000 --> 00:00:04,000\r\nHalo\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nLagi"
                        .getBytes()))).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:04.000
                Halo

                00:00:05.000 --> 00:00:06.000
                Lagi
                """);
    }

    @Test
    void subtitlesThatCannotBeReadAreRefusedWithTheLine() {
        var refused = catchThrowableOfType(Invalid.class, () -> Captions.normalised("a.vtt",
                "WEBVTT\n\n00:01.000 --> 00:02.000\nHalo\n\n00:99.000 --> 01:00.000\nRusak".getBytes()));
        var message = refused.fields().get(Inspection.FILE);
        assertThat(message.key()).isEqualTo("media.captions-unreadable");
        assertThat(message.arguments()).containsExactly("a.vtt", 6);
        assertThat(refusalOf(() -> Captions.normalised("a.vtt", new byte[] {(byte) 0xC3, 0x28})))
                .isEqualTo("media.captions-letters");
        assertThat(refusalOf(() -> Captions.normalised("a.vtt", "WEBVTT\n".getBytes())))
                .isEqualTo("media.captions-empty");
    }

    private static Inspected inspect(byte[] bytes) {
        return Inspection.inspect(NAME, Content.of(bytes));
    }

    private static String refusal(byte[] bytes) {
        return refusalOf(() -> inspect(bytes));
    }

    private static String refusalOf(ThrowingCallable call) {
        var refused = catchThrowableOfType(Invalid.class, call);
        assertThat(refused).as("refused").isNotNull();
        return refused.fields().get(Inspection.FILE).key();
    }
}
