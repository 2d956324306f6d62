package id.sanggar.certificate.pdf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * The place of one line of the template that differs from holder to holder. Lengths are in points from the page's lower
 * left corner.
 *
 * @param face   which of the template's typefaces
 * @param state  the operators that choose font resource and colour, the size left out
 * @param lines  how many lines the text may take when even {@code least} is too large for one
 * @param least  the smallest readable size
 * @param mark   number of the marked content in the tag tree
 */
record Slot(Wording wording, int face, String font, String state, double size, double least, int lines, double left,
        double width, double baseline, char align, int mark) {

    private static final double LEADING = 1.16;
    private static final double CAPITALS = 0.71;
    private static final double TWO_LINES = 0.6;

    /**
     * Sets the line.
     *
     * @param text   in letters of the typeface
     * @param tagged whether it belongs to a tag tree
     */
    void set(String text, Typeface typeface, boolean tagged, Pen pen) {
        if (tagged) {
            pen.put("/Span<</MCID ").number(mark).put(">>BDC\n");
        }
        if (!text.isEmpty()) {
            int[] glyphs = typeface.glyphs(text);
            double fitting = fitting(typeface.width(glyphs, 0, glyphs.length));
            pen.put("q\nBT\n").put(state);
            if (fitting >= least) {
                line(glyphs, 0, glyphs.length, Math.min(size, fitting), baseline, typeface, pen);
            } else {
                twoLines(glyphs, typeface, pen);
            }
            pen.put("ET\nQ\n");
        }
        if (tagged) {
            pen.put("EMC\n");
        }
    }

    private void twoLines(int[] glyphs, Typeface typeface, Pen pen) {
        int cut = lines > 1 ? bestCut(glyphs, typeface, true) : -1;
        if (cut < 0 || fitting(widest(glyphs, cut, typeface)) < least) {
            cut = lines > 1 ? bestCut(glyphs, typeface, false) : -1;
        }
        double fitting = cut < 0 ? 0 : fitting(widest(glyphs, cut, typeface));
        if (fitting < least) {
            throw new Unprintable(wording.firstField(), Unprintable.Reason.TOO_LONG);
        }
        double chosen = Math.max(least, Math.min(fitting, size * TWO_LINES));
        double middle = baseline + size * CAPITALS / 2;
        double lower = middle - chosen * (LEADING + CAPITALS) / 2;
        int next = typeface.isSpace(glyphs[cut]) ? cut + 1 : cut;
        line(glyphs, 0, next, chosen, lower + chosen * LEADING, typeface, pen);
        line(glyphs, next, glyphs.length, chosen, lower, typeface, pen);
    }

    /** Where the wider of two lines is narrowest; -1 if there is no such place. */
    private static int bestCut(int[] glyphs, Typeface typeface, boolean atSpaces) {
        return IntStream.range(1, glyphs.length - 1).filter(i -> !atSpaces || typeface.isSpace(glyphs[i])).boxed()
                .min((a, b) -> widest(glyphs, a, typeface) - widest(glyphs, b, typeface)).orElse(-1);
    }

    private static int widest(int[] glyphs, int cut, Typeface typeface) {
        int next = typeface.isSpace(glyphs[cut]) ? cut + 1 : cut;
        return Math.max(typeface.width(glyphs, 0, cut), typeface.width(glyphs, next, glyphs.length));
    }

    /** The size at which so many thousandths fill the slot. */
    private double fitting(int thousandths) {
        return thousandths == 0 ? size : width * 1000 / thousandths;
    }

    private void line(int[] glyphs, int from, int to, double at, double y, Typeface typeface, Pen pen) {
        double rounded = Math.floor(at * 100) / 100;
        int end = typeface.isSpace(glyphs[to - 1]) ? to - 1 : to;
        double spare = width - typeface.width(glyphs, from, end) * rounded / 1000;
        double x = left + (align == 'c' ? spare / 2 : align == 'r' ? spare : 0);
        pen.put('/').put(font).put(' ').number(rounded).put(" Tf 1 0 0 1 ").number(x).put(' ').number(y).put(" Tm\n");
        typeface.show(glyphs, from, to, pen);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(wording.pattern());
        out.writeInt(face);
        out.writeUTF(font);
        out.writeUTF(state);
        for (double length : new double[] {size, least, left, width, baseline}) {
            out.writeDouble(length);
        }
        out.writeInt(lines);
        out.writeChar(align);
        out.writeInt(mark);
    }

    static Slot read(DataInputStream in) throws IOException {
        Wording wording = Wording.of(in.readUTF());
        int face = in.readInt();
        String font = in.readUTF();
        String state = in.readUTF();
        double[] lengths = new double[5];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.readDouble();
        }
        int lines = in.readInt();
        return new Slot(wording, face, font, state, lengths[0], lengths[1], lines, lengths[2], lengths[3], lengths[4],
                in.readChar(), in.readInt());
    }
}
