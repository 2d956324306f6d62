package id.sanggar.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Files as authors have them: a film of any size, that shows nothing but noise, and a photograph. */
public final class Films {

    private Films() {
    }

    /** @param seed of the noise: another one, another film */
    public static byte[] film(int bytes, long seed) {
        var noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        var mvhd = ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, 83_000).array();
        var tkhd = ByteBuffer.allocate(84).putInt(40, 0x10000).putInt(56, 0x10000).putInt(76, 640 << 16)
                .putInt(80, 360 << 16).array();
        var hdlr = join(new byte[8], "vide".getBytes(StandardCharsets.US_ASCII), new byte[13]);
        var stsd = join(new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, box("avc1", new byte[70]));
        var minf = box("minf", box("stbl", box("stsd", stsd)));
        var moov = box("moov", join(box("mvhd", mvhd), box("trak", join(box("tkhd", tkhd),
                box("mdia", join(box("hdlr", hdlr), minf))))));
        return join(box("ftyp", "isom\0\0\2\0isomiso2avc1mp41".getBytes(StandardCharsets.US_ASCII)), moov,
                box("mdat", noise));
    }

    /** @param colour another one, another photograph */
    public static byte[] photo(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] box(String type, byte[] body) {
        return join(ByteBuffer.allocate(4).putInt(body.length + 8).array(), type.getBytes(StandardCharsets.US_ASCII),
                body);
    }

    private static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
