package id.sanggar.certificate.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;

/**
 * The part of a PDF file that is the same in every file of a template: its first bytes, and where in them each object
 * lies. The objects with the lowest numbers are open: every file brings its own. What a file adds comes after the
 * trunk, so nothing in the trunk ever moves.
 *
 * @param body    the file's beginning, all constant objects in it
 * @param open    how many numbers, from 1, are left to each file
 * @param places  entries of the cross-reference stream for the constant objects
 * @param root    number of the catalog
 */
record Trunk(byte[] body, int open, byte[] places, int root) {

    private static final int PLACE = 7;

    /** The first number free for objects that a file adds. */
    int free() {
        return 1 + open + places.length / PLACE;
    }

    /**
     * Ends a file with its cross-reference stream.
     *
     * @param openOffsets  where the open objects begin
     * @param addedOffsets where added objects begin, from {@link #free()}
     * @param at           where the pen's next byte comes to lie in the file
     * @return how many bytes the pen had written before it wrote the file's identifier, which stands there twice
     */
    int end(int[] openOffsets, List<Integer> addedOffsets, int info, byte[] id, int at, Pen pen) {
        int size = free() + addedOffsets.size() + 1;
        pen.number(size - 1).put(" 0 obj\n<</Type/XRef/W[1 4 2]/Size ").number(size).put("/Root ").number(root)
                .put(" 0 R/Info ").number(info).put(" 0 R/ID[");
        int identifier = pen.length();
        for (int i = 0; i < 2; i++) {
            pen.put('<');
            for (int j = 0; j < 16; j += 2) {
                pen.hex((id[j] & 255) << 8 | id[j + 1] & 255);
            }
            pen.put('>');
        }
        pen.put("]/Length ").number(size * PLACE).put(">>stream\n").bigEndian(0, 5).bigEndian(0xFFFF, 2);
        for (int offset : openOffsets) {
            place(offset, pen);
        }
        pen.put(places);
        addedOffsets.forEach(offset -> place(offset, pen));
        place(at, pen);
        pen.put("\nendstream\nendobj\nstartxref\n").number(at).put("\n%%EOF\n");
        return identifier;
    }

    private static void place(int offset, Pen pen) {
        pen.put(1).bigEndian(offset, 4).bigEndian(0, 2);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(body.length);
        out.write(body);
        out.writeInt(open);
        out.writeInt(places.length);
        out.write(places);
        out.writeInt(root);
    }

    static Trunk read(DataInputStream in) throws IOException {
        byte[] body = in.readNBytes(in.readInt());
        int open = in.readInt();
        byte[] places = in.readNBytes(in.readInt());
        return new Trunk(body, open, places, in.readInt());
    }

    /** Gathers all objects that can be reached from the catalog and lays them down. */
    static final class Growth {

        private final Map<COSBase, Integer> numbers = new IdentityHashMap<>();
        private final List<COSBase> objects = new ArrayList<>();
        private final int open;

        /** The open objects are stand-ins: whatever refers to one of them gets its number. */
        Growth(List<? extends COSBase> open) {
            open.forEach(this::number);
            this.open = open.size();
        }

        int number(COSBase object) {
            return numbers.computeIfAbsent(object, any -> {
                objects.add(object);
                return objects.size();
            });
        }

        Trunk grow(COSDictionary catalog) throws IOException {
            int root = number(catalog);
            Map<Integer, byte[]> packed = new TreeMap<>();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
            List<int[]> placed = new ArrayList<>();
            for (int next = open; next < objects.size(); next++) {
                COSBase object = objects.get(next);
                if (object instanceof COSStream stream) {
                    placed.add(new int[] {next + 1, 1, body.size(), 0});
                    writeStream(next + 1, stream, body);
                } else {
                    ByteArrayOutputStream text = new ByteArrayOutputStream();
                    write(object, text);
                    packed.put(next + 1, text.toByteArray());
                }
            }
            int container = objects.size() + 1;
            int index = 0;
            for (int number : packed.keySet()) {
                placed.add(new int[] {number, 2, container, index++});
            }
            placed.add(new int[] {container, 1, body.size(), 0});
            writePacked(container, packed, body);
            placed.sort(Comparator.comparingInt(place -> place[0]));
            Pen places = new Pen(placed.size() * PLACE);
            placed.forEach(place -> places.put(place[1]).bigEndian(place[2], 4).bigEndian(place[3], 2));
            return new Trunk(body.toByteArray(), open, places.bytes(), root);
        }

        private void writePacked(int container, Map<Integer, byte[]> packed, ByteArrayOutputStream body)
                throws IOException {
            Pen index = new Pen(512);
            ByteArrayOutputStream texts = new ByteArrayOutputStream();
            for (Map.Entry<Integer, byte[]> object : packed.entrySet()) {
                index.number(object.getKey()).put(' ').number(texts.size()).put(' ');
                texts.write(object.getValue());
                texts.write('\n');
            }
            byte[] all = deflated(new Pen(8192).put(index.bytes()).put(texts.toByteArray()).bytes());
            body.write(new Pen(128).number(container).put(" 0 obj\n<</Type/ObjStm/N ").number(packed.size())
                    .put("/First ").number(index.length()).put("/Filter/FlateDecode/Length ").number(all.length)
                    .put(">>stream\n").bytes());
            body.write(all);
            body.write(new Pen(32).put("\nendstream\nendobj\n").bytes());
        }

        private void writeStream(int number, COSStream stream, ByteArrayOutputStream body) throws IOException {
            byte[] data = deflated(stream.createInputStream().readAllBytes());
            COSDictionary entries = new COSDictionary(stream);
            entries.removeItem(COSName.DECODE_PARMS);
            entries.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            entries.setInt(COSName.LENGTH, data.length);
            body.write(new Pen(16).number(number).put(" 0 obj\n").bytes());
            write(entries, body);
            body.write(new Pen(16).put("stream\n").bytes());
            body.write(data);
            body.write(new Pen(32).put("\nendstream\nendobj\n").bytes());
        }

        private void write(COSBase value, ByteArrayOutputStream out) throws IOException {
            if (value instanceof COSDictionary dictionary) {
                out.write(new byte[] {'<', '<'});
                for (COSName key : dictionary.keySet()) {
                    key.writePDF(out);
                    out.write(' ');
                    writeOrRefer(dictionary.getItem(key), out);
                }
                out.write(new byte[] {'>', '>'});
            } else if (value instanceof COSArray array) {
                out.write('[');
                for (int i = 0; i < array.size(); i++) {
                    out.write(' ');
                    writeOrRefer(array.get(i), out);
                }
                out.write(']');
            } else if (value instanceof COSName name) {
                name.writePDF(out);
            } else if (value instanceof COSString string) {
                COSWriter.writeString(string, out);
            } else if (value instanceof COSNumber number) {
                out.write(new Pen(16).number(number.floatValue()).bytes());
            } else if (value instanceof COSBoolean truth) {
                truth.writePDF(out);
            } else {
                out.write(new byte[] {'n', 'u', 'l', 'l'});
            }
        }

        private void writeOrRefer(COSBase value, ByteArrayOutputStream out) throws IOException {
            COSBase target = value instanceof COSObject reference ? reference.getObject() : value;
            boolean refers = target != null && (value instanceof COSObject || target instanceof COSStream
                    || numbers.containsKey(target));
            if (refers) {
                out.write(new Pen(16).number(number(target)).put(" 0 R").bytes());
            } else {
                write(target, out);
            }
        }

        private static byte[] deflated(byte[] data) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
            try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
                out.write(data);
            } finally {
                deflater.end();
            }
            return packed.toByteArray();
        }
    }
}
