package id.sanggar.certificate;

import com.google.zxing.WriterException;
import id.sanggar.certificate.pdf.QrCode;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A QR code for whoever draws with more than bytes.
 *
 * @param size modules to a side, without the quiet zone of four that the paper leaves free around it
 * @param dark what is dark of it, a module being 1 wide
 */
public record QrSquare(int size, Shape dark) {

    /** @throws IllegalArgumentException if the text is too long */
    public static QrSquare of(String text) {
        try {
            var rows = QrCode.rows(text);
            var size = rows.length / 2;
            var dark = new Path2D.Double();
            for (var y = 0; y < size; y++) {
                for (var x = 0; x < size; x++) {
                    if ((rows[2 * y + (x >> 6)] >>> x & 1) == 1) {
                        dark.append(new Rectangle2D.Double(x, y, 1, 1), false);
                    }
                }
            }
            return new QrSquare(size, dark);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds " + text.length() + " letters", tooLong);
        }
    }
}
