package id.sanggar.certificate.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Many certificates of one template in one file for the printer, PDF/A-2b, written page by page: some 1.8 kB for each
 * and nothing kept in memory but where they are. Not thread-safe.
 */
public final class PrintBundle {

    private static final int FONTS = 4;
    private static final int COMMON = 5;
    private static final int PAPER = 6;

    private final CompiledTemplate template;
    private final Trunk trunk;
    private final String title;
    private final OutputStream out;
    private final MessageDigest digest = CompiledTemplate.digest();
    private final List<Integer> offsets = new ArrayList<>();
    private LocalDate created;
    private int written;

    PrintBundle(CompiledTemplate template, Trunk trunk, String title, OutputStream out) throws IOException {
        this.template = template;
        this.trunk = trunk;
        this.title = title;
        this.out = out;
        out.write(trunk.body());
        written = trunk.body().length;
    }

    /**
     * Adds a page.
     *
     * @param qrText what its QR code says
     * @throws Unprintable as {@link CompiledTemplate#stamp}; no page is added then, and others may follow
     */
    public void add(CertificateValues values, String qrText) throws IOException {
        Pen content = template.content(values, qrText, false);
        content.updateTo(digest);
        if (created == null) {
            created = values.issuedOn();
        }
        int page = trunk.free() + offsets.size();
        Pen pen = new Pen(8192);
        offsets.add(written);
        pen.number(page).put(" 0 obj\n<</Type/Page/Parent 1 0 R/Resources ").number(FONTS)
                .put(" 0 R/Contents[").number(COMMON).put(" 0 R ").number(page + 1)
                .put(" 0 R]>>\nendobj\n");
        offsets.add(written + pen.length());
        send(pen.deflatedStream(page + 1, content));
    }

    /** How many pages there are. */
    public int pages() {
        return offsets.size() / 2;
    }

    /**
     * Completes the file; without this call it is not one. The stream stays open.
     *
     * @throws IllegalStateException if there is no page
     */
    public void finish() throws IOException {
        if (pages() == 0) {
            throw new IllegalStateException("A bundle needs at least one certificate");
        }
        Pen pen = new Pen(4096 + 16 * offsets.size());
        int[] at = new int[trunk.open()];
        at[0] = written;
        pen.put("1 0 obj\n<</Type/Pages/Count ").number(pages()).put("/Kids[");
        for (int page = 0; page < pages(); page++) {
            pen.number(trunk.free() + 2 * page).put(" 0 R ");
        }
        pen.put("]/MediaBox ").number(PAPER).put(" 0 R>>\nendobj\n");
        at[1] = written + pen.length();
        Labels.metadata(2, title, created, false, pen);
        at[2] = written + pen.length();
        Labels.information(3, title, created, pen);
        trunk.end(at, offsets, 3, digest.digest(), written + pen.length(), pen);
        send(pen);
        out.flush();
    }

    /** What the pages share. The open objects are the page tree, metadata and information. */
    static Trunk trunk(PDDocument document, COSStream common) throws IOException {
        COSDictionary[] open = {new COSDictionary(), new COSDictionary(), new COSDictionary()};
        PDPage page = document.getPage(0);
        COSDictionary full = document.getDocumentCatalog().getCOSObject();
        COSDictionary catalog = new COSDictionary();
        catalog.setItem(COSName.TYPE, COSName.CATALOG);
        catalog.setItem(COSName.PAGES, open[0]);
        catalog.setItem(COSName.METADATA, open[1]);
        for (COSName kept : List.of(COSName.LANG, COSName.OUTPUT_INTENTS, COSName.VIEWER_PREFERENCES)) {
            catalog.setItem(kept, full.getItem(kept));
        }
        Trunk.Growth growth = new Trunk.Growth(List.of(open));
        growth.number(page.getResources().getCOSObject());
        growth.number(common);
        growth.number(page.getMediaBox().getCOSArray());
        return growth.grow(catalog);
    }

    private void send(Pen pen) throws IOException {
        pen.writeTo(out);
        written += pen.length();
    }
}
