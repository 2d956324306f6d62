package id.sanggar.certificate.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Element;

/**
 * The laid-out page taken apart: what is the same on every certificate becomes the trunk of every file; each field's
 * letter becomes a slot.
 */
final class Sheet {

    private static final int PRINTED_AND_LOCKED = 4 | 128;
    private static final int SIGNED_AND_ONLY_APPENDED = 1 | 2;

    private final PDDocument document;
    private final PDPage page;
    private final Element frame;
    private final List<Layout.Place> places;
    private final List<Typeface> faces;
    private final Wording title;
    private final Map<String, Integer> faceOfFont = new HashMap<>();
    private final Map<Integer, Run> runs = new HashMap<>();

    Sheet(PDDocument document, Element frame, List<Layout.Place> places, List<Typeface> faces, Wording title) {
        this.document = document;
        this.page = document.getPage(0);
        this.frame = frame;
        this.places = places;
        this.faces = faces;
        this.title = title;
    }

    /** The first text of a marked content. */
    private record Run(String font, double size, double x, double y, String colour) {
    }

    CompiledTemplate compile() throws IOException {
        for (COSName name : page.getResources().getFontNames()) {
            faceOfFont.put(name.getName(), Layout.FACES.indexOf(page.getResources().getFont(name).getName()));
        }
        List<Object> tokens = new PDFStreamParser(page).parse();
        findRuns(tokens);
        TreeMap<Integer, Slot> slots = new TreeMap<>();
        Set<Integer> marks = new HashSet<>();
        QrPlace qr = null;
        for (Layout.Place place : places) {
            int mark = markIn(place);
            marks.add(mark);
            if (place.wording() == null) {
                qr = new QrPlace(place.left(), place.bottom(), place.width(), runs.get(mark).colour(), mark);
                describeFigure(mark, place);
            } else {
                slots.put(mark, slot(place, mark));
            }
        }
        if (qr == null) {
            throw new IllegalArgumentException("template.xhtml has no element with id \"qr\"");
        }
        PDRectangle box = page.getMediaBox();
        byte[] drawing = new Pen(1 << 16).put("/Artifact BMC\n")
                .put(Frame.paint(frame, box.getWidth(), box.getHeight())).put("EMC\n").bytes();
        List<byte[]> wording = wording(tokens, marks, qr.mark());
        page.getResources().getCOSObject().removeItem(COSName.PROPERTIES);
        COSStream background = stream(List.of(drawing));
        List<byte[]> all = new ArrayList<>(wording);
        all.add(0, drawing);
        return new CompiledTemplate(faces, List.copyOf(slots.values()), qr, title, wording, single(background),
                PrintBundle.trunk(document, stream(all)));
    }

    private void findRuns(List<Object> tokens) {
        List<COSBase> operands = new ArrayList<>();
        Deque<String> colours = new ArrayDeque<>(List.of("0 0 0"));
        int mark = -1;
        String font = "";
        double[] at = new double[3];
        for (Object token : tokens) {
            if (token instanceof COSBase operand) {
                operands.add(operand);
                continue;
            }
            switch (((Operator) token).getName()) {
                case OperatorName.BEGIN_MARKED_CONTENT_SEQ -> mark = mark(operands);
                case OperatorName.END_MARKED_CONTENT -> mark = -1;
                case OperatorName.SAVE -> colours.push(colours.peek());
                case OperatorName.RESTORE -> colours.pop();
                case OperatorName.NON_STROKING_RGB -> {
                    colours.pop();
                    colours.push(new Pen(32).number(number(operands, 0)).put(' ').number(number(operands, 1)).put(' ')
                            .number(number(operands, 2)).toString());
                }
                case OperatorName.SET_FONT_AND_SIZE -> {
                    font = ((COSName) operands.get(0)).getName();
                    at[2] = number(operands, 1);
                }
                case OperatorName.SET_MATRIX -> {
                    at[0] = number(operands, 4);
                    at[1] = number(operands, 5);
                }
                case OperatorName.SHOW_TEXT, OperatorName.SHOW_TEXT_ADJUSTED -> {
                    if (mark >= 0) {
                        runs.putIfAbsent(mark, new Run(font, at[2], at[0], at[1], colours.peek()));
                    }
                }
                case OperatorName.CONCAT ->
                    throw new IllegalArgumentException("template.xhtml must not transform anything");
                default -> {
                    // nothing that says where text stands
                }
            }
            operands.clear();
        }
    }

    private int markIn(Layout.Place place) {
        return runs.entrySet().stream().filter(entry -> {
            Run run = entry.getValue();
            return run.x() >= place.left() - 0.5 && run.x() <= place.left() + place.width() + 0.5
                    && run.y() >= place.bottom() - 0.5 && run.y() <= place.bottom() + place.height();
        }).map(Map.Entry::getKey).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "template.xhtml hides " + (place.wording() == null ? "the QR code" : place.wording().pattern())));
    }

    private Slot slot(Layout.Place place, int mark) {
        Run run = runs.get(mark);
        double least = place.least() > 0 ? place.least() : Math.min(run.size(), Math.max(6.5, run.size() * 0.7));
        return new Slot(place.wording(), faceOfFont.get(run.font()), run.font(), run.colour() + " rg\n", run.size(),
                least, place.lines(), place.left(), place.width(), run.y(), place.align(), mark);
    }

    /** The QR code's place in the tag tree becomes a figure with a description. */
    private void describeFigure(int mark, Layout.Place place) {
        COSDictionary tree = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        COSArray numbers = (COSArray) tree.getCOSDictionary(COSName.getPDFName("ParentTree"))
                .getDictionaryObject(COSName.NUMS);
        COSDictionary element = (COSDictionary) ((COSArray) numbers.getObject(1)).getObject(mark);
        COSArray box = new COSArray();
        for (double edge : new double[] {place.left(), place.bottom(), place.left() + place.width(),
                place.bottom() + place.width()}) {
            box.add(new COSFloat((float) edge));
        }
        COSDictionary layout = new COSDictionary();
        layout.setName(COSName.O, "Layout");
        layout.setItem(COSName.BBOX, box);
        element.setName(COSName.S, "Figure");
        element.setString(COSName.ALT, place.alternative());
        element.setItem(COSName.A, layout);
    }

    private static COSStream stream(List<byte[]> pieces) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream()) {
            for (byte[] piece : pieces) {
                out.write(piece);
            }
        }
        return stream;
    }

    /**
     * Everything but the fields' letters, kerned, in pieces: before, between and after the fields. Empty artifacts of
     * the layout engine are left out.
     */
    private List<byte[]> wording(List<Object> tokens, Set<Integer> marks, int qrMark) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new Pen(2).put("q\n").bytes());
        ContentStreamWriter writer = new ContentStreamWriter(out);
        List<Object> operands = new ArrayList<>();
        boolean inSlot = false;
        boolean cuts = false;
        boolean artifactWaits = false;
        Typeface face = faces.get(0);
        for (Object token : tokens) {
            if (token instanceof COSBase) {
                operands.add(token);
                continue;
            }
            String name = ((Operator) token).getName();
            boolean begins = name.equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ);
            boolean ends = name.equals(OperatorName.END_MARKED_CONTENT);
            boolean shows = name.equals(OperatorName.SHOW_TEXT) || name.equals(OperatorName.SHOW_TEXT_ADJUSTED);
            if (name.equals(OperatorName.SET_FONT_AND_SIZE)) {
                face = faces.get(faceOfFont.get(((COSName) operands.get(0)).getName()));
            }
            if (begins && COSName.ARTIFACT.equals(operands.get(0))) {
                artifactWaits = true;
            } else if (begins && marks.contains(mark(operands))) {
                inSlot = true;
                cuts = mark(operands) != qrMark;
            } else if (ends && inSlot) {
                inSlot = false;
                if (cuts) {
                    pieces.add(out.toByteArray());
                    out.reset();
                }
            } else if (ends && artifactWaits) {
                artifactWaits = false;
            } else if (!(inSlot && shows)) {
                if (artifactWaits) {
                    out.write(new Pen(16).put("/Artifact BMC\n").bytes());
                    artifactWaits = false;
                }
                if (shows) {
                    out.write(kerned(operands.get(0), face));
                } else {
                    operands.add(token);
                    writer.writeTokens(operands);
                    out.write('\n');
                }
            }
            operands.clear();
        }
        out.write(new Pen(2).put("Q\n").bytes());
        pieces.add(out.toByteArray());
        return pieces;
    }

    private static byte[] kerned(Object shown, Typeface face) {
        COSArray parts = shown instanceof COSArray array ? array : new COSArray(List.of((COSString) shown));
        Pen pen = new Pen(128).put("[");
        int before = -1;
        for (COSBase part : parts) {
            if (part instanceof COSNumber shift) {
                pen.number(shift.floatValue()).put(' ');
            } else {
                byte[] glyphs = ((COSString) part).getBytes();
                for (int i = 0; i < glyphs.length; i += 2) {
                    int glyph = (glyphs[i] & 255) << 8 | glyphs[i + 1] & 255;
                    int kern = before < 0 ? 0 : face.kern(before, glyph);
                    if (kern != 0) {
                        pen.number(-kern);
                    }
                    pen.put('<').hex(glyph).put('>');
                    before = glyph;
                }
            }
        }
        return pen.put("]TJ\n").bytes();
    }

    /**
     * The trunk of a file with one certificate; its open objects are the text, metadata, information, link and
     * signature.
     */
    private Trunk single(COSStream common) throws IOException {
        COSDictionary[] open = {new COSDictionary(), new COSDictionary(), new COSDictionary(), new COSDictionary(),
            new COSDictionary()};
        COSArray contents = new COSArray(List.of(common, open[0]));
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.METADATA, open[1]);
        page.getAnnotations().stream().map(annotation -> annotation.getCOSObject())
                .filter(link -> link.getCOSDictionary(COSName.A) != null)
                .forEach(link -> link.setItem(COSName.A, open[3]));
        Trunk.Growth growth = new Trunk.Growth(List.of(open));
        catalog.setItem(COSName.ACRO_FORM, form(open[4], growth));
        COSDictionary certifying = new COSDictionary();
        certifying.setItem(COSName.DOCMDP, open[4]);
        catalog.setItem(COSName.PERMS, certifying);
        Trunk trunk = growth.grow(catalog);
        page.getCOSObject().setItem(COSName.CONTENTS, common);
        return trunk;
    }

    /** A form with a field for the signature, which shows nothing on the page but stands in the tag tree. */
    private COSDictionary form(COSDictionary signature, Trunk.Growth growth) {
        COSDictionary tree = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        COSDictionary root = tree.getCOSDictionary(COSName.K);
        int key = tree.getInt(COSName.PARENT_TREE_NEXT_KEY);
        COSDictionary field = new COSDictionary();
        field.setItem(COSName.TYPE, COSName.ANNOT);
        field.setItem(COSName.SUBTYPE, COSName.WIDGET);
        field.setItem(COSName.FT, COSName.SIG);
        field.setString(COSName.T, "seal");
        field.setString(COSName.TU, "Tanda tangan digital");
        field.setItem(COSName.V, signature);
        field.setInt(COSName.F, PRINTED_AND_LOCKED);
        field.setItem(COSName.RECT, COSArray.ofCOSIntegers(List.of(0, 0, 0, 0)));
        field.setItem(COSName.P, page.getCOSObject());
        field.setInt(COSName.STRUCT_PARENT, key);
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "OBJR");
        reference.setItem(COSName.OBJ, field);
        COSDictionary element = new COSDictionary();
        element.setName(COSName.TYPE, "StructElem");
        element.setName(COSName.S, "Form");
        element.setItem(COSName.P, root);
        element.setItem(COSName.PG, page.getCOSObject());
        element.setItem(COSName.K, reference);
        COSArray kids = root.getDictionaryObject(COSName.K) instanceof COSArray several ? several
                : new COSArray(List.of(root.getItem(COSName.K)));
        kids.add(element);
        root.setItem(COSName.K, kids);
        COSArray parents = (COSArray) tree.getCOSDictionary(COSName.PARENT_TREE).getDictionaryObject(COSName.NUMS);
        parents.add(COSInteger.get(key));
        parents.add(element);
        tree.setInt(COSName.PARENT_TREE_NEXT_KEY, key + 1);
        COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
        if (annotations == null) {
            annotations = new COSArray();
            page.getCOSObject().setItem(COSName.ANNOTS, annotations);
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        }
        annotations.add(field);
        // what is referred to from several places
        List.of(page.getCOSObject(), root, field, element).forEach(growth::number);
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.FIELDS, new COSArray(List.of(field)));
        form.setInt(COSName.SIG_FLAGS, SIGNED_AND_ONLY_APPENDED);
        return form;
    }

    private static int mark(List<? extends Object> operands) {
        return operands.get(1) instanceof COSDictionary properties ? properties.getInt(COSName.MCID, -1) : -1;
    }

    private static double number(List<COSBase> operands, int index) {
        return ((COSNumber) operands.get(index)).floatValue();
    }
}
