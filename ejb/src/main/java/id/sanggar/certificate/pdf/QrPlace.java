package id.sanggar.certificate.pdf;

import com.google.zxing.WriterException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;

/** The square, in points from the page's lower left corner, that holds a QR code. */
record QrPlace(double left, double bottom, double side, String colour, int mark) {

    /** @param asImage whether the modules are the samples of an image or, as before there were signatures, a path */
    void set(String text, boolean tagged, boolean asImage, Pen pen) {
        if (tagged) {
            pen.put("/Figure<</MCID ").number(mark).put(">>BDC\n");
        }
        long[] rows = rows(text);
        if (asImage) {
            image(rows, pen);
        } else {
            path(rows, pen);
        }
        if (tagged) {
            pen.put("EMC\n");
        }
    }

    /** A mask of one sample a module: a twentieth of a path's size. */
    private void image(long[] rows, Pen pen) {
        int size = rows.length / 2;
        pen.put("q\n").put(colour).put(" rg\n").number(side).put(" 0 0 ").number(side).put(' ').number(left).put(' ')
                .number(bottom).put(" cm\nBI/IM true/D[1 0]/W ").number(size).put("/H ").number(size)
                .put("/BPC 1/F/AHx ID\n");
        int octets = (size + 7) / 8;
        for (int i = 0; i < rows.length; i += 2) {
            // samples begin with the highest bit of a byte
            long first = Long.reverse(rows[i]);
            long rest = Long.reverse(rows[i + 1]);
            pen.hexOctets(first, Math.min(octets, 8)).hexOctets(rest, octets - 8);
        }
        pen.put(">\nEI\nQ\n");
    }

    private void path(long[] rows, Pen pen) {
        int size = rows.length / 2;
        double module = side / size;
        pen.put("q\n").put(colour).put(" rg\n").put(colour).put(" RG\n").number(module).put(" 0 0 ").number(-module)
                .put(' ').number(left).put(' ').number(bottom + side).put(" cm\n.04 w\n");
        for (int y = 0; y < size; y++) {
            long rest = rows[2 * y];
            while (rest != 0) {
                int from = Long.numberOfTrailingZeros(rest);
                int run = Long.numberOfTrailingZeros(~(rest >>> from));
                pen.number(from).put(' ').number(y).put(' ').number(run).put(" 1 re\n");
                rest &= -1L << from + run;
            }
        }
        // the hair line closes the seams that viewers show between rows
        pen.put("B\nQ\n");
    }

    /** An address that both a QR reader and a link can take. */
    static String checked(String address) {
        try {
            URI uri = URI.create(address);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                    && address.chars().allMatch(letter -> letter > ' ' && letter < 127) && address.length() <= 200) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new Unprintable(Field.VERIFY_URL, Unprintable.Reason.NOT_AN_ADDRESS);
        }
        throw new Unprintable(Field.VERIFY_URL, Unprintable.Reason.NOT_AN_ADDRESS);
    }

    private static long[] rows(String text) {
        try {
            return QrCode.rows(text);
        } catch (WriterException e) {
            throw new Unprintable(Field.VERIFY_URL, Unprintable.Reason.TOO_LONG);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(left);
        out.writeDouble(bottom);
        out.writeDouble(side);
        out.writeUTF(colour);
        out.writeInt(mark);
    }

    static QrPlace read(DataInputStream in) throws IOException {
        return new QrPlace(in.readDouble(), in.readDouble(), in.readDouble(), in.readUTF(), in.readInt());
    }
}
