package id.sanggar.media.inspection;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files of every kind, made here: sound ones, and what makes them unsound. */
final class Samples {

    private Samples() {
    }

    /** Something between a photograph and noise, whose upper left quarter is red. */
    static BufferedImage image(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        var random = new Random(7);
        for (int i = 0; i < 4000; i++) {
            graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 90));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), 3 + width / 40, 3 + height / 60);
        }
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return image;
    }

    static byte[] jpeg(int width, int height) {
        return written(image(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    static byte[] png(int width, int height) {
        return written(image(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    static byte[] written(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** As a phone writes it that was held sideways at a place it remembers: orientation 6, and words to be found. */
    static byte[] jpegOfAPhone(int width, int height) {
        var tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(14).putInt(38);
        tiff.putInt(0).put("DI RUMAH SAYA\0".getBytes(StandardCharsets.US_ASCII));
        var exif = join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff.array());
        var segment = join(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)}, exif);
        var jpeg = jpeg(width, height);
        return join(new byte[] {jpeg[0], jpeg[1]}, segment, cut(jpeg, 2, jpeg.length));
    }

    static byte[] mp4(String codec) {
        return join(box("ftyp", "isom\0\0\2\0isomiso2avc1mp41"), moov(codec, "vide"), box("mdat", "x".repeat(900)));
    }

    static byte[] m4a() {
        return join(box("ftyp", "M4A \0\0\0\0M4A mp42"), moov("mp4a", "soun"), box("mdat", "x".repeat(900)));
    }

    private static byte[] moov(String codec, String handler) {
        var mvhd = ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, 83_000).array();
        var tkhd = ByteBuffer.allocate(84).putInt(40, 0x10000).putInt(56, 0x10000).putInt(76, 640 << 16)
                .putInt(80, 360 << 16).array();
        var hdlr = join(new byte[8], handler.getBytes(StandardCharsets.US_ASCII), new byte[13]);
        var stsd = join(new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, box(codec, new byte[70]));
        var minf = box("minf", box("stbl", box("stsd", stsd)));
        return box("moov", join(box("mvhd", mvhd), box("trak", join(box("tkhd", tkhd),
                box("mdia", join(box("hdlr", hdlr), minf))))));
    }

    static byte[] box(String type, String body) {
        return box(type, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] box(String type, byte[] body) {
        return join(ByteBuffer.allocate(4).putInt(body.length + 8).array(), type.getBytes(StandardCharsets.US_ASCII),
                body);
    }

    static byte[] webm(String codec) {
        var duration = element("4489", ByteBuffer.allocate(8).putDouble(61_500).array());
        var video = element("E0", join(element("B0", new byte[] {2, (byte) 0x80}),
                element("BA", new byte[] {1, 0x68})));
        var track = element("AE", join(element("86", codec.getBytes(StandardCharsets.US_ASCII)), video));
        return join(webmHead(), element("18538067", join(element("1549A966", duration), element("1654AE6B", track),
                element("1F43B675", join(element("E7", new byte[1]), element("A3", new byte[500]))))));
    }

    static byte[] webmWithAttachment() {
        return join(webmHead(), element("18538067", element("1941A469", new byte[100])));
    }

    private static byte[] webmHead() {
        return element("1A45DFA3", element("4282", "webm".getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] element(String id, byte[] body) {
        return join(HexFormat.of().parseHex(id),
                new byte[] {(byte) (0x40 | body.length >> 8), (byte) body.length}, body);
    }

    /** @param frames of 26 milliseconds each */
    static byte[] mp3(int frames) {
        var sound = new ByteArrayOutputStream();
        sound.writeBytes("ID3\4\0\0\0\0\0\12".getBytes(StandardCharsets.ISO_8859_1));
        sound.writeBytes(new byte[10]);
        for (int i = 0; i < frames; i++) {
            sound.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0});
            sound.writeBytes(new byte[413]);
        }
        return sound.toByteArray();
    }

    static byte[] ogg(boolean whole) {
        var head = join("OpusHead".getBytes(StandardCharsets.US_ASCII), new byte[11]);
        return join(page(2, 0, head), page(whole ? 4 : 0, 480_000, new byte[200]));
    }

    private static byte[] page(int flags, long samples, byte[] packet) {
        var head = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags).putLong(samples);
        head.put(26, (byte) 1).put(27, (byte) packet.length);
        return join(head.array(), packet);
    }

    @FunctionalInterface
    interface Change {
        void to(PDDocument pdf) throws IOException;
    }

    static byte[] pdf(Change change) {
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Daftar harga abon cakalang");
                content.endText();
            }
            change.to(pdf);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] svg(String inner) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " viewBox=\"0 0 360 240.4\"><title>Suhu</title>" + inner + "</svg>").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    static byte[] cut(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
