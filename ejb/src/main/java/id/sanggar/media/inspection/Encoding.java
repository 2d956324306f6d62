package id.sanggar.media.inspection;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import id.sanggar.media.inspection.Inspected.Variant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** How a picture is written, as well as its budget of bytes allows. */
enum Encoding {
    JPEG("image/jpeg"), PNG("image/png"), WEBP("image/webp");

    private static final Logger LOG = Logger.getLogger(Encoding.class.getName());
    private static final boolean WEBP_RUNS = tryWebp();

    private static final float BEST = 0.86f;
    private static final float WORST = 0.3f;
    private static final int STEPS = 4;
    /** What even at its worst is too heavy becomes smaller by that. */
    private static final double SHRINK = 0.8;

    private final String contentType;

    Encoding(String contentType) {
        this.contentType = contentType;
    }

    /** Nothing on the few machines for which the library brings no code of theirs. */
    static Optional<Encoding> webp() {
        return WEBP_RUNS ? Optional.of(WEBP) : Optional.empty();
    }

    /** The best that is within the budget. */
    Variant within(int budget, BufferedImage image) {
        var best = encode(image, BEST);
        if (best.length > budget) {
            best = search(budget, image);
        }
        return best == null
                ? within(budget, Pictures.scaled(image, (int) Math.max(1, image.getWidth() * SHRINK),
                        (int) Math.max(1, image.getHeight() * SHRINK)))
                : new Variant(contentType, best, image.getWidth(), image.getHeight());
    }

    private byte[] search(int budget, BufferedImage image) {
        var found = encode(image, WORST);
        if (found.length > budget) {
            return null;
        }
        float good = WORST;
        float bad = BEST;
        for (int step = 0; step < STEPS; step++) {
            float middle = (good + bad) / 2;
            var tried = encode(image, middle);
            if (tried.length <= budget) {
                found = tried;
                good = middle;
            } else {
                bad = middle;
            }
        }
        return found;
    }

    /** @param quality from 0 to 1, where the encoding knows more than one */
    byte[] encode(BufferedImage image, float quality) {
        var writer = writer();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters(writer, quality));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private ImageWriter writer() {
        return this == WEBP
                ? new WebPImageWriterSpi().createWriterInstance(null)
                : ImageIO.getImageWritersByMIMEType(contentType).next();
    }

    private ImageWriteParam parameters(ImageWriter writer, float quality) {
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        if (parameters instanceof WebPWriteParam webp) {
            webp.setCompressionType(CompressionType.Lossy);
        }
        if (this == JPEG) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        parameters.setCompressionQuality(this == PNG ? 0 : quality);
        return parameters;
    }

    private static boolean tryWebp() {
        try {
            return WEBP.encode(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), BEST).length > 0;
        } catch (RuntimeException | LinkageError missing) {
            LOG.log(Level.WARNING, "No WebP on this machine: pictures are kept as JPEG and PNG only", missing);
            return false;
        }
    }
}
