package id.sanggar.certificate.pdf;

import com.google.zxing.WriterException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;

/** The square, in points from the page's lower left corner, that holds the address of the certificate as a QR code. */
record QrPlace(double left, double bottom, double side, String colour, int mark) {

    void set(String address, boolean tagged, Pen pen) {
        if (tagged) {
            pen.put("/Figure<</MCID ").number(mark).put(">>BDC\n");
        }
        long[] rows = rows(address);
        double module = side / rows.length;
        pen.put("q\n").put(colour).put(" rg\n").put(colour).put(" RG\n").number(module).put(" 0 0 ").number(-module)
                .put(' ').number(left).put(' ').number(bottom + side).put(" cm\n.04 w\n");
        for (int y = 0; y < rows.length; y++) {
            long rest = rows[y];
            while (rest != 0) {
                int from = Long.numberOfTrailingZeros(rest);
                int run = Long.numberOfTrailingZeros(~(rest >>> from));
                pen.number(from).put(' ').number(y).put(' ').number(run).put(" 1 re\n");
                rest &= -1L << from + run;
            }
        }
        // the hair line closes the seams that viewers show between rows
        pen.put("B\nQ\n");
        if (tagged) {
            pen.put("EMC\n");
        }
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

    private static long[] rows(String address) {
        try {
            return QrCode.rows(address);
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
