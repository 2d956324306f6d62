package id.sanggar.certificate;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A paper as a picture that nobody can take for a certificate. */
final class SamplePicture {

    private static final int DPI = 110;
    /** Indonesian, as the paper is. */
    private static final String WORD = "CONTOH";

    private SamplePicture() {
    }

    /** @return PNG */
    static byte[] of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf); var out = new ByteArrayOutputStream()) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
            cross(picture);
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cross(BufferedImage picture) {
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setComposite(AlphaComposite.SrcOver.derive(0.14f));
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, picture.getWidth() / 6));
        var width = pen.getFontMetrics().stringWidth(WORD);
        pen.translate(picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        pen.rotate(-Math.atan2(picture.getHeight(), picture.getWidth()));
        pen.drawString(WORD, -width / 2, picture.getWidth() / 18);
        pen.dispose();
    }
}
