package id.sanggar.certificate.pdf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * What setting a line needs of a font that stands whole in the template: glyph, advance and kerning of each letter, in
 * thousandths of the size.
 */
final class Typeface {

    private static final int LAST_LETTER = 0x2FFF;
    /** The font is drawn for screens; on paper its words need a little more air between them. */
    private static final int WORD_GAP = 50;

    private final short[] glyphs;
    private final short[] advances;
    private final Map<Integer, Integer> kerning;
    /** The same, to be looked up: which glyphs stand in pairs, and the pairs. */
    private final short[] ranks;
    private final short[] pairs;
    private final int most;

    private Typeface(short[] glyphs, short[] advances, Map<Integer, Integer> kerning) {
        this.glyphs = glyphs;
        this.advances = advances;
        this.kerning = kerning;
        ranks = new short[advances.length];
        int[] kerned = kerning.keySet().stream().flatMapToInt(pair -> IntStream.of(pair >> 16, pair & 0xFFFF))
                .distinct().sorted().toArray();
        most = kerned.length + 1;
        for (int i = 0; i < kerned.length; i++) {
            ranks[kerned[i]] = (short) (i + 1);
        }
        pairs = new short[most * most];
        kerning.forEach((pair, shift) ->
                pairs[ranks[pair >> 16] * most + ranks[pair & 0xFFFF]] = shift.shortValue());
    }

    static Typeface parse(InputStream file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup letters = font.getUnicodeCmapLookup();
            short[] glyphs = new short[LAST_LETTER + 1];
            short[] advances = new short[font.getNumberOfGlyphs()];
            for (int letter = ' '; letter <= LAST_LETTER; letter++) {
                glyphs[letter] = (short) letters.getGlyphId(letter);
            }
            for (int glyph = 0; glyph < advances.length; glyph++) {
                advances[glyph] = (short) Math.round(font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm());
            }
            return new Typeface(glyphs, advances, kerning(font, glyphs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, Integer> kerning(TrueTypeFont font, short[] glyphs) throws IOException {
        Map<Integer, Integer> kerning = new TreeMap<>();
        KerningSubtable table = font.getKerning().getHorizontalKerningSubtable();
        int[] basic = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz,.'-/\u2013\u2019".chars().toArray();
        for (int left : basic) {
            for (int right : basic) {
                int value = table.getKerning(glyphs[left], glyphs[right]);
                if (value != 0) {
                    kerning.put(glyphs[left] << 16 | glyphs[right], Math.round(value * 1000f / font.getUnitsPerEm()));
                }
            }
        }
        return kerning;
    }

    boolean knows(int letter) {
        return letter <= LAST_LETTER && glyphs[letter] != 0;
    }

    boolean knows(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!knows(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The glyphs of a text whose letters are all known. */
    int[] glyphs(String text) {
        int[] line = new int[text.length()];
        for (int i = 0; i < line.length; i++) {
            line[i] = glyphs[text.charAt(i)];
        }
        return line;
    }

    /** Width in thousandths of the size, kerning included. */
    int width(int[] line, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += advances[line[i]] + (i + 1 < to ? kern(line[i], line[i + 1]) : 0);
        }
        return width;
    }

    boolean isSpace(int glyph) {
        return glyph == glyphs[' '];
    }

    /** Shows part of a line: the operator that paints glyphs one after another. */
    void show(int[] line, int from, int to, Pen pen) {
        pen.put("[<");
        for (int i = from; i < to; i++) {
            pen.hex(line[i]);
            int kern = i + 1 < to ? kern(line[i], line[i + 1]) : 0;
            if (kern != 0) {
                pen.put('>').number(-kern).put('<');
            }
        }
        pen.put(">]TJ\n");
    }

    int kern(int left, int right) {
        return isSpace(right) ? WORD_GAP : pairs[ranks[left] * most + ranks[right]];
    }

    void write(DataOutputStream out) throws IOException {
        for (short[] table : new short[][] {glyphs, advances}) {
            out.writeInt(table.length);
            for (short value : table) {
                out.writeShort(value);
            }
        }
        out.writeInt(kerning.size());
        for (Map.Entry<Integer, Integer> pair : new TreeMap<>(kerning).entrySet()) {
            out.writeInt(pair.getKey());
            out.writeShort(pair.getValue());
        }
    }

    static Typeface read(DataInputStream in) throws IOException {
        short[][] tables = new short[2][];
        for (int i = 0; i < 2; i++) {
            tables[i] = new short[in.readInt()];
            for (int j = 0; j < tables[i].length; j++) {
                tables[i][j] = in.readShort();
            }
        }
        Map<Integer, Integer> kerning = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            kerning.put(in.readInt(), (int) in.readShort());
        }
        return new Typeface(tables[0], tables[1], kerning);
    }
}
