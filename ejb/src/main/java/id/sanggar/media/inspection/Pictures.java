package id.sanggar.media.inspection;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import id.sanggar.media.MediaKind;
import id.sanggar.media.inspection.Inspected.Variant;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A photograph or the like. It is decoded and drawn anew, upright, in the widths that windows have: nothing of what
 * came remains but what can be seen, neither the place where it was taken nor whatever else was hidden in it.
 */
public final class Pictures {

    /** What a phone loads is at most that wide. */
    public static final int PHONE = 720;

    private static final Logger LOG = Logger.getLogger(Pictures.class.getName());

    /** In pixels: a small phone, the same with a sharp screen, and a page at a desk. */
    private static final List<Integer> WIDTHS = List.of(360, PHONE, 1280);
    private static final int LARGEST = 1280;
    private static final int PHONE_BYTES = 40_000;
    private static final int DESK_BYTES = 200_000;
    /** A drawing with transparent parts is kept without loss up to that. */
    private static final int LOSSLESS_BYTES = 150_000;
    private static final int TALLEST = 4;

    private static final long MOST_PIXELS = 110_000_000;
    /** Of kinds that are unpacked as a whole. */
    private static final long MOST_PIXELS_AT_ONCE = 20_000_000;
    private static final double PIXELS_IN_MEMORY = 16_000_000;

    private Pictures() {
    }

    /** @throws id.sanggar.shared.Invalid if it is no picture, not whole, or too large to be unpacked */
    public static BufferedImage decode(String name, byte[] bytes, int longest) {
        return decode(name, bytes, typeOf(name, bytes), longest);
    }

    /** A photograph as JPEG of at most so many bytes, as well as that allows. */
    public static Variant photo(BufferedImage image, int bytes) {
        return Encoding.JPEG.within(bytes, opaque(image));
    }

    /** No side longer than that. */
    public static BufferedImage within(BufferedImage image, int longest) {
        double factor = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        return scaled(image, size(image.getWidth() * factor), size(image.getHeight() * factor));
    }

    static Inspected inspect(String name, byte[] bytes, String type) {
        var image = decode(name, bytes, type, 2 * LARGEST);
        if (image.getHeight() > TALLEST * image.getWidth()) {
            image = within(image, TALLEST * LARGEST);
        }
        boolean lossless = !type.equals("image/jpeg");
        int largest = Math.min(LARGEST, image.getWidth());
        var variants = new ArrayList<Variant>();
        for (int width : widths(largest)) {
            var scaled = toWidth(image, width);
            int budget = width <= PHONE ? PHONE_BYTES : DESK_BYTES;
            Encoding.webp().ifPresent(webp -> variants.add(webp.within(budget, scaled)));
            if (width <= PHONE && width < largest) {
                variants.add(fallback(scaled, budget, lossless));
            }
        }
        var whole = fallback(toWidth(image, largest), largest <= PHONE ? PHONE_BYTES : DESK_BYTES, lossless);
        return new Inspected(MediaKind.PICTURE, whole.contentType().equals("image/png") ? "png" : "jpg",
                whole.contentType(), whole.bytes(), whole.width(), whole.height(), 0, null, List.copyOf(variants));
    }

    private static List<Integer> widths(int largest) {
        return IntStream.concat(WIDTHS.stream().mapToInt(width -> width).filter(width -> width < largest),
                IntStream.of(largest)).boxed().toList();
    }

    /** For browsers that know no WebP. What is transparent stays so, unless that weighs too much. */
    private static Variant fallback(BufferedImage image, int budget, boolean lossless) {
        if (lossless) {
            var png = Encoding.PNG.encode(image, 1);
            if (png.length <= Math.min(budget, LOSSLESS_BYTES)) {
                return new Variant("image/png", png, image.getWidth(), image.getHeight());
            }
        }
        return Encoding.JPEG.within(budget, opaque(image));
    }

    private static String typeOf(String name, byte[] bytes) {
        if (Inspection.glance(name, bytes.length, bytes) != MediaKind.PICTURE) {
            throw Inspection.refusal("media.no-picture", name);
        }
        return bytes[0] == (byte) 0xFF ? "image/jpeg" : bytes[0] == 'R' ? "image/webp" : "image/png";
    }

    private static BufferedImage decode(String name, byte[] bytes, String type, int wanted) {
        var reader = reader(type);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            measure(name, bytes, type, width, height);
            var image = read(name, reader, every(width, height, wanted), type);
            return upright(image, type.equals("image/jpeg") ? orientation(name, bytes) : 1);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            LOG.log(Level.FINE, broken, () -> name);
            boolean colours = broken.getMessage() != null && broken.getMessage().contains("Unsupported Image Type");
            throw Inspection.refusal(colours ? "media.picture-colours" : "media.picture-broken", name);
        } finally {
            reader.dispose();
        }
    }

    /** Every so many pixels of a row and column are enough to make it small, and not too many for the memory. */
    private static int every(int width, int height, int wanted) {
        int fits = (int) Math.ceil(Math.sqrt((double) width * height / PIXELS_IN_MEMORY));
        return Math.max(Math.max(1, fits), Math.min(width, height) / wanted);
    }

    private static ImageReader reader(String type) {
        return type.equals("image/webp")
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(type).next();
    }

    /** Before a pixel of it is unpacked. */
    private static void measure(String name, byte[] bytes, String type, int width, int height) {
        boolean atOnce = type.equals("image/webp") || type.equals("image/jpeg") && isProgressive(bytes);
        if ((long) width * height > (atOnce ? MOST_PIXELS_AT_ONCE : MOST_PIXELS)) {
            throw Inspection.refusal("media.picture-large", name, width, height);
        }
        if (width < 8 || height < 8) {
            throw Inspection.refusal("media.picture-small", name, width, height);
        }
    }

    /** @param every so many pixels of a row and column suffice */
    private static BufferedImage read(String name, ImageReader reader, int every, String type) throws IOException {
        var parameters = reader.getDefaultReadParam();
        if (!type.equals("image/webp")) {
            parameters.setSourceSubsampling(every, every, 0, 0);
        }
        var complaints = new ArrayList<String>();
        IIOReadWarningListener listener = (source, warning) -> complaints.add(warning);
        reader.addIIOReadWarningListener(listener);
        var image = reader.read(0, parameters);
        if (complaints.stream().anyMatch(complaint -> complaint.contains("remature end"))) {
            throw Inspection.refusal("media.picture-broken", name);
        }
        return image;
    }

    /** Whether the picture comes in several passes, for which the decoder needs room for all of it. */
    private static boolean isProgressive(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xDA) {
                return false;
            }
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return marker != 0xC0 && marker != 0xC1;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return true;
    }

    /** How the camera was held, from 1 to 8 as EXIF counts. */
    private static int orientation(String name, byte[] jpeg) {
        try {
            var metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
            var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            return directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? directory.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
        } catch (ImageProcessingException | MetadataException | IOException unreadable) {
            LOG.log(Level.FINE, unreadable, () -> name);
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean lies = orientation >= 5 && orientation <= 8;
        boolean transparent = image.getColorModel().getTransparency() != Transparency.OPAQUE;
        var drawn = new BufferedImage(lies ? height : width, lies ? width : height,
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.drawImage(image, turn(orientation, width, height), null);
        graphics.dispose();
        return drawn;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static BufferedImage toWidth(BufferedImage image, int width) {
        return scaled(image, width, size((double) image.getHeight() * width / image.getWidth()));
    }

    private static int size(double length) {
        return (int) Math.max(1, Math.round(length));
    }

    /** Halved as often as possible: who makes a picture small in one step passes over most of its pixels. */
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        var from = image;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return from.getWidth() == width && from.getHeight() == height ? from : drawn(from, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, image.getType());
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        var drawn = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }
}
