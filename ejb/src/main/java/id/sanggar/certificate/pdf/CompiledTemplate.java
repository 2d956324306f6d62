package id.sanggar.certificate.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A template ready to be stamped. Immutable and free of any connection to what it was made from, so it can be stored
 * with the batch that used it and shared by all threads.
 */
public final class CompiledTemplate {

    /** Files without a place for a signature, as they were made before there was any. */
    private static final int UNSIGNED = 0x53434501;
    /** Files with a field for a signature. */
    private static final int SIGNED = 0x53434502;
    private static final int SIGNATURE = 5;
    private static final int IDENTIFIER = 16;

    /** The signature of the one who issues the file; readers say that nothing may be added. */
    private static final String CERTIFYING = """
            <</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached\
            /Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]\
            /M(D:""";

    private final int format;
    private final List<Typeface> faces;
    private final List<Slot> slots;
    private final QrPlace qr;
    private final Wording title;
    /** What stands before, between and after the slots. */
    private final List<byte[]> wording;
    private final Trunk single;
    private final Trunk print;
    /** The last one of each slot; which thread's does not matter. */
    private final Line[] lines;
    /** Has read the trunk of a single file; cloned for each. */
    private final MessageDigest begun = digest();

    CompiledTemplate(List<Typeface> faces, List<Slot> slots, QrPlace qr, Wording title, List<byte[]> wording,
            Trunk single, Trunk print) {
        this(SIGNED, faces, slots, qr, title, wording, single, print);
    }

    private CompiledTemplate(int format, List<Typeface> faces, List<Slot> slots, QrPlace qr, Wording title,
            List<byte[]> wording, Trunk single, Trunk print) {
        this.format = format;
        this.faces = List.copyOf(faces);
        this.slots = List.copyOf(slots);
        this.qr = qr;
        this.title = title;
        this.wording = List.copyOf(wording);
        this.single = single;
        this.print = print;
        lines = new Line[slots.size()];
        begun.update(single.body());
    }

    private record Line(String text, byte[] operators) {
    }

    /** What stands on every paper, whatever else a holder has not. */
    public Set<Field> alwaysPrinted() {
        return slots.stream().flatMap(slot -> slot.wording().parts().stream())
                .filter(part -> part.field() != null && part.bracket() == 0)
                .map(Wording.Part::field).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether its papers can be signed: not those of templates compiled before there were signatures. */
    public boolean canBeSigned() {
        return format == SIGNED;
    }

    /**
     * One certificate as a file of its own, without signature: PDF/A-2a and PDF/UA-1, at most 64 kB, always the same
     * bytes for the same values. Its QR code holds its address.
     *
     * @throws Unprintable if a value is missing, does not fit, or has letters that no typeface here has
     */
    public byte[] stamp(CertificateValues values) {
        if (format == UNSIGNED) {
            return stampAsBefore(values);
        }
        return stamp(values, Field.VERIFY_URL.of(values), null, null).file();
    }

    /**
     * One certificate as a file of its own, signed, always the same bytes for the same values and signature.
     *
     * @param qrText  what its QR code says: the address, or the address with more behind a {@code #}
     * @param signing makes the signature, two numbers of 32 bytes, of a SHA-256; or gives the one that was made when
     *                the paper was first stamped
     * @throws Unprintable if a value is missing, does not fit, or has letters that no typeface here has
     * @throws IllegalStateException if papers of this template cannot be signed
     */
    public Stamped stamp(CertificateValues values, String qrText, Signet signet, UnaryOperator<byte[]> signing) {
        if (!canBeSigned()) {
            throw new IllegalStateException("This template was compiled before papers were signed");
        }
        int body = single.body().length;
        int[] at = new int[single.open()];
        Pen pen = new Pen(16_384);
        begin(values, content(values, qrText, true), at, pen);
        at[SIGNATURE - 1] = body + pen.length();
        pen.number(SIGNATURE).put(" 0 obj\n");
        int rest = -1;
        int from;
        int to;
        if (signet == null) {
            from = pen.length();
            to = from;
            pen.put("null\nendobj\n");
        } else {
            pen.put(CERTIFYING).put(Labels.digits(values.issuedOn())).put("000000+07'00')/ByteRange[0 ");
            rest = pen.length();
            pen.put("                      ]/Contents");
            from = pen.length();
            pen.put('<').zeros(2 * signet.longest()).put('>');
            to = pen.length();
            pen.put(">>\nendobj\n");
        }
        int identifier = single.end(at, List.of(), 3, new byte[IDENTIFIER], body + pen.length(), pen);
        if (signet != null) {
            Pen range = new Pen(32).number(body + from).put(' ').number(body + to).put(' ')
                    .number(pen.length() - to);
            pen.overwrite(rest, range.bytes());
        }
        MessageDigest file = clone(begun);
        pen.updateTo(file, 0, from);
        byte[] name = Arrays.copyOf(clone(file).digest(), IDENTIFIER);
        pen.overwriteHex(identifier + 1, name);
        pen.overwriteHex(identifier + 2 * IDENTIFIER + 3, name);
        byte[] signature = {};
        if (signet != null) {
            MessageDigest signed = clone(file);
            pen.updateTo(signed, to, pen.length());
            byte[] digest = signed.digest();
            signature = signing.apply(signet.toSign(digest));
            pen.overwriteHex(from + 1, signet.envelope(digest, signature));
        }
        pen.updateTo(file, from, pen.length());
        return new Stamped(single, pen, file.digest(), signature);
    }

    private byte[] stampAsBefore(CertificateValues values) {
        Pen content = content(values, Field.VERIFY_URL.of(values), true);
        int body = single.body().length;
        int[] at = new int[single.open()];
        Pen pen = new Pen(12_288);
        String name = begin(values, content, at, pen);
        MessageDigest digest = digest();
        content.updateTo(digest);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        single.end(at, List.of(), 3, digest.digest(), body + pen.length(), pen);
        return pen.after(single.body());
    }

    /** Text, metadata, information and link; tells the file's name. */
    private String begin(CertificateValues values, Pen content, int[] at, Pen pen) {
        String name = title.of(values);
        int body = single.body().length;
        at[0] = body;
        pen.plainStream(1, content);
        at[1] = body + pen.length();
        Labels.metadata(2, name, values.issuedOn(), true, pen);
        at[2] = body + pen.length();
        Labels.information(3, name, values.issuedOn(), pen);
        at[3] = body + pen.length();
        pen.put("4 0 obj\n<</S/URI/URI(").put(uriString(Field.VERIFY_URL.of(values))).put(")>>\nendobj\n");
        return name;
    }

    /**
     * Begins a file for printing with a page per certificate; fonts and background are in it once. The stream is
     * written to as pages are added; {@link PrintBundle#finish} completes it.
     *
     * @param title the file's title for the person who opens it
     */
    public PrintBundle bundle(OutputStream out, String title) throws IOException {
        return new PrintBundle(this, print, Letters.clean(title), out);
    }

    /**
     * What stands on one page: for a file of its own all of its text, in the order in which it is read; for a bundle
     * only what differs.
     */
    Pen content(CertificateValues values, String qrText, boolean single) {
        if (values.issuedOn() == null) {
            throw new Unprintable(Field.ISSUED_ON, Unprintable.Reason.MISSING);
        }
        Pen pen = new Pen(8_192);
        QrPlace.checked(Field.VERIFY_URL.of(values));
        for (int i = 0; i < slots.size(); i++) {
            if (single) {
                pen.put(wording.get(i));
            }
            set(i, values, single, pen);
        }
        if (single) {
            pen.put(wording.get(slots.size()));
        }
        qr.set(qrText, single, format == SIGNED, pen);
        return pen;
    }

    /** What one paper shares with the one before it, such as the course, is not set anew. */
    private void set(int index, CertificateValues values, boolean single, Pen pen) {
        Slot slot = slots.get(index);
        Typeface face = faces.get(slot.face());
        String text = slot.wording().of(values, face);
        Line last = single ? lines[index] : null;
        if (last != null && last.text().equals(text)) {
            pen.put(last.operators());
            return;
        }
        int from = pen.length();
        slot.set(text, face, single, pen);
        if (single) {
            lines[index] = new Line(text, pen.from(from));
        }
    }

    /** To be stored; {@link #read} is the way back. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(format);
            out.writeInt(faces.size());
            for (Typeface face : faces) {
                face.write(out);
            }
            out.writeInt(slots.size());
            for (Slot slot : slots) {
                slot.write(out);
            }
            qr.write(out);
            out.writeUTF(title.pattern());
            for (byte[] piece : wording) {
                out.writeInt(piece.length);
                out.write(piece);
            }
            single.write(out);
            print.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are not a compiled template of this version */
    public static CompiledTemplate read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readInt();
            if (format != UNSIGNED && format != SIGNED) {
                throw new IllegalArgumentException("Not a compiled certificate template of this version");
            }
            List<Typeface> faces = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                faces.add(Typeface.read(in));
            }
            List<Slot> slots = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                slots.add(Slot.read(in));
            }
            QrPlace qr = QrPlace.read(in);
            Wording title = Wording.of(in.readUTF());
            List<byte[]> wording = new ArrayList<>();
            for (int left = slots.size() + 1; left > 0; left--) {
                wording.add(in.readNBytes(in.readInt()));
            }
            return new CompiledTemplate(format, faces, slots, qr, title, wording, Trunk.read(in), Trunk.read(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a compiled certificate template", e);
        }
    }

    private static MessageDigest clone(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String uriString(String address) {
        return address.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
