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
import java.util.List;

/**
 * A template ready to be stamped. Immutable and free of any connection to what it was made from, so it can be stored
 * with the batch that used it and shared by all threads.
 */
public final class CompiledTemplate {

    private static final int FORMAT = 0x53434501;

    private final List<Typeface> faces;
    private final List<Slot> slots;
    private final QrPlace qr;
    private final Wording title;
    /** What stands before, between and after the slots. */
    private final List<byte[]> wording;
    private final Trunk single;
    private final Trunk print;

    CompiledTemplate(List<Typeface> faces, List<Slot> slots, QrPlace qr, Wording title, List<byte[]> wording,
            Trunk single, Trunk print) {
        this.faces = List.copyOf(faces);
        this.slots = List.copyOf(slots);
        this.qr = qr;
        this.title = title;
        this.wording = List.copyOf(wording);
        this.single = single;
        this.print = print;
    }

    /**
     * One certificate as a file of its own: PDF/A-2a and PDF/UA-1, at most 60 kB, always the same bytes for the same
     * values.
     *
     * @throws Unprintable if a value is missing, does not fit, or has letters that no typeface here has
     */
    public byte[] stamp(CertificateValues values) {
        Pen content = content(values, true);
        String name = title.of(values);
        int body = single.body().length;
        int[] at = new int[single.open()];
        Pen pen = new Pen(12_288);
        at[0] = body;
        pen.plainStream(1, content);
        at[1] = body + pen.length();
        Labels.metadata(2, name, values.issuedOn(), true, pen);
        at[2] = body + pen.length();
        Labels.information(3, name, values.issuedOn(), pen);
        at[3] = body + pen.length();
        pen.put("4 0 obj\n<</S/URI/URI(").put(uriString(Field.VERIFY_URL.of(values))).put(")>>\nendobj\n");
        MessageDigest digest = digest();
        content.updateTo(digest);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        single.end(at, List.of(), 3, digest.digest(), body + pen.length(), pen);
        return pen.after(single.body());
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
    Pen content(CertificateValues values, boolean single) {
        if (values.issuedOn() == null) {
            throw new Unprintable(Field.ISSUED_ON, Unprintable.Reason.MISSING);
        }
        Pen pen = new Pen(12_288);
        String address = QrPlace.checked(Field.VERIFY_URL.of(values));
        for (int i = 0; i < slots.size(); i++) {
            if (single) {
                pen.put(wording.get(i));
            }
            slots.get(i).set(values, faces.get(slots.get(i).face()), single, pen);
        }
        if (single) {
            pen.put(wording.get(slots.size()));
        }
        qr.set(address, single, pen);
        return pen;
    }

    /** To be stored; {@link #read} is the way back. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
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
            if (in.readInt() != FORMAT) {
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
            return new CompiledTemplate(faces, slots, qr, title, wording, Trunk.read(in), Trunk.read(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a compiled certificate template", e);
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
