package id.sanggar.certificate.pdf;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.conscrypt.Conscrypt;

/**
 * How many certificates a core draws in a second, unsigned and signed, on one thread and on two, beside a bare loop of
 * PDFBox over the same template: load it, write the same words and the same QR code, save, and sign with PDFBox and
 * Bouncy Castle. The bare loop is given three ways to come by its fonts, the last being the best that the library can
 * do. Time is the processor's for the whole process, collector and compiler included, so other work on the machine
 * hardly shows; of two threads the clock's is told as well.
 */
final class RenderingBenchmark {

    private static final int ROUNDS = 3;
    private static final double SECONDS = 1;
    private static final String PROOF = Papers.ADDRESS + "#" + "04R7KQ2XV9TFWC4SZP1RBN8A".repeat(11);
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final byte[] template;
    private final List<Word> words;
    private final TrueTypeFont[] parsed = {font(0), font(1)};
    private final UnaryOperator<byte[]> fast = Key.signing(Conscrypt.newProvider());
    private long sink;

    private RenderingBenchmark() throws IOException {
        template = blank(Papers.COMPLETION.stamp(Papers.ratna()));
        words = words();
    }

    public static void main(String[] arguments) throws Exception {
        new RenderingBenchmark().run(System.out);
    }

    private void run(PrintStream report) throws Exception {
        report.println("| way | per core and second | two threads | … by the clock | kB |");
        report.println("|---|---:|---:|---:|---:|");
        alone(report, "PDFBox, fonts read each time", this::fontsReadEachTime);
        alone(report, "PDFBox, parsed fonts shared", this::parsedFontsShared);
        alone(report, "PDFBox, fonts of the template", this::fontsOfTheTemplate);
        alone(report, "… signed by PDFBox and Bouncy Castle", this::signedByTheLibrary);
        both(report, "stamp, unsigned", number -> Papers.COMPLETION.stamp(someone(number)).length);
        both(report, "stamp, signed, Conscrypt", number -> signed(number, fast).file().length);
        both(report, "stamp, signed, the JDK", number -> signed(number, Key::sign).file().length);
        both(report, "signed and hashed, no file kept", number -> signed(number, fast).sha256().length);
        alone(report, "page of a bundle of 1,000", new Bundle());
        report.println();
        report.println("| of which | µs |");
        report.println("|---|---:|");
        byte[] some = new byte[32];
        byte[] stored = Key.sign(some);
        Pen pen = new Pen(1 << 14).zeros(9_000);
        part(report, "QR code", number -> (int) code(PROOF.substring(0, PROOF.length() - 6) + (100_000 + number)));
        part(report, "text, with the code", number ->
                Papers.COMPLETION.content(someone(number), PROOF, true).length());
        part(report, "SHA-256 of the part that varies", number -> {
            MessageDigest digest = CompiledTemplate.digest();
            pen.updateTo(digest);
            return digest.digest()[0];
        });
        part(report, "signature, Conscrypt", number -> fast.apply(some)[0]);
        part(report, "signature, the JDK", number -> Key.sign(some)[0]);
        part(report, "all but the signature", number -> signed(number, any -> stored).sha256()[0]);
        part(report, "all but the signature, with the file", number -> signed(number, any -> stored).file()[0]);
        report.println("(" + sink + ")");
    }

    private static CertificateValues someone(int number) {
        return Papers.of("Peserta Nomor " + number);
    }

    private static Stamped signed(int number, UnaryOperator<byte[]> signing) {
        return Papers.COMPLETION.stamp(someone(number), PROOF, Key.SIGNET, signing);
    }

    private static long code(String text) throws WriterException {
        return QrCode.rows(text)[0];
    }

    private void alone(PrintStream report, String name, Drawing drawing) throws Exception {
        report.printf(Locale.ROOT, "| %s | %,.0f | | | %.1f |%n", name, rate(drawing, 1)[0],
                drawing.draw(1) / 1000.0);
    }

    private void both(PrintStream report, String name, Drawing drawing) throws Exception {
        double[] two = rate(drawing, 2);
        report.printf(Locale.ROOT, "| %s | %,.0f | %,.0f | %,.0f | %.1f |%n", name, rate(drawing, 1)[0], two[0],
                two[1], drawing.draw(1) / 1000.0);
    }

    private void part(PrintStream report, String name, Drawing drawing) throws Exception {
        report.printf(Locale.ROOT, "| %s | %.1f |%n", name, 1e6 / rate(drawing, 1)[0]);
    }

    /** Per second of the processor and per second of the clock: medians of several rounds, two thrown away. */
    private double[] rate(Drawing drawing, int threads) throws Exception {
        double[][] rates = new double[2][ROUNDS];
        int count = 20;
        for (int round = -2; round < ROUNDS; round++) {
            double[] spent = {0, 0};
            int drawn = 0;
            while (spent[0] < SECONDS) {
                double[] more = spend(drawing, threads, count, drawn);
                drawn += count * threads;
                spent[0] += more[0];
                spent[1] += more[1];
                // the processor's clock ticks a hundred times a second
                count = spent[0] < 0.1 ? 2 * count : Math.max(count, (int) (drawn / threads / spent[0] / 4));
            }
            for (int i = 0; i < 2 && round >= 0; i++) {
                rates[i][round] = drawn / spent[i];
            }
        }
        Arrays.sort(rates[0]);
        Arrays.sort(rates[1]);
        return new double[] {rates[0][ROUNDS / 2], rates[1][ROUNDS / 2]};
    }

    private double[] spend(Drawing drawing, int threads, int count, int first) throws Exception {
        long processor = MACHINE.getProcessCpuTime();
        long clock = System.nanoTime();
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            int from = first + i * count;
            others.add(new Thread(() -> draw(drawing, count, from)));
        }
        others.forEach(Thread::start);
        draw(drawing, count, first);
        for (Thread other : others) {
            other.join();
        }
        return new double[] {(MACHINE.getProcessCpuTime() - processor) / 1e9, (System.nanoTime() - clock) / 1e9};
    }

    private void draw(Drawing drawing, int count, int first) {
        try {
            for (int i = 0; i < count; i++) {
                sink += drawing.draw(first + i);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Draws one more certificate and tells its size in bytes. */
    private interface Drawing {
        int draw(int number) throws Exception;
    }

    private static final class Bundle implements Drawing {

        private ByteArrayOutputStream out;
        private PrintBundle bundle;

        @Override
        public int draw(int number) throws IOException {
            if (bundle == null || bundle.pages() == 1000) {
                if (bundle != null) {
                    bundle.finish();
                }
                out = new ByteArrayOutputStream(1 << 21);
                bundle = Papers.COMPLETION.bundle(out, "Sertifikat");
            }
            int before = out.size();
            bundle.add(someone(number), PROOF);
            return out.size() - before;
        }
    }

    private int fontsReadEachTime(int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(template); InputStream medium = file(0); InputStream bold = file(1)) {
            return bare(document, number, PDType0Font.load(document, medium, true),
                    PDType0Font.load(document, bold, true)).length;
        }
    }

    private int parsedFontsShared(int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(template)) {
            return bare(document, number, PDType0Font.load(document, parsed[0], true),
                    PDType0Font.load(document, parsed[1], true)).length;
        }
    }

    private int fontsOfTheTemplate(int number) throws Exception {
        return withFontsOfTheTemplate(number).length;
    }

    private int signedByTheLibrary(int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(withFontsOfTheTemplate(number))) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            document.addSignature(signature, RenderingBenchmark::envelope);
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
            document.saveIncremental(out);
            return out.size();
        }
    }

    private static byte[] envelope(InputStream content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(Conscrypt.newProvider()).build("SHA256withECDSA", Key.secret(), Key.certificate()));
            generator.addCertificate(new JcaX509CertificateHolder(Key.certificate()));
            return generator.generate(new CMSProcessableByteArray(content.readAllBytes())).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException(e);
        }
    }

    private byte[] withFontsOfTheTemplate(int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(template)) {
            PDFont[] fonts = new PDFont[2];
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                fonts[Layout.FACES.indexOf(font.getName())] = font;
            }
            return bare(document, number, fonts);
        }
    }

    private byte[] bare(PDDocument document, int number, PDFont... fonts) throws Exception {
        try (PDPageContentStream page = new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, true,
                true)) {
            page.beginText();
            for (Word word : words) {
                page.setFont(fonts[word.face()], word.size());
                page.newLineAtOffset(word.x(), word.y());
                page.showText(word.holder() ? "Peserta Nomor " + number : word.text());
                page.newLineAtOffset(-word.x(), -word.y());
            }
            page.endText();
            ByteMatrix modules = Encoder.encode(PROOF, ErrorCorrectionLevel.M).getMatrix();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        page.addRect(85 + 1.6f * from, 150 - 1.6f * y, 1.6f * (x - from), 1.6f);
                    }
                }
            }
            page.fill();
        }
        document.setDocumentId((long) number);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        document.save(out);
        return out.toByteArray();
    }

    /** The background alone, as PDFBox writes it. */
    private static byte[] blank(byte[] certificate) throws IOException {
        try (PDDocument document = Loader.loadPDF(certificate)) {
            COSArray contents = document.getPage(0).getCOSObject().getCOSArray(COSName.CONTENTS);
            contents.remove(1);
            document.getDocumentCatalog().setAcroForm(null);
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.PERMS);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private record Word(String text, boolean holder, int face, float size, float x, float y) {
    }

    /** Every line of the certificate, where it stands. */
    private static List<Word> words() throws IOException {
        List<Word> words = new ArrayList<>();
        String[] lines = Papers.text(Papers.COMPLETION.stamp(Papers.ratna())).split("\\R");
        for (int i = 0; i < lines.length; i++) {
            boolean holder = lines[i].startsWith("Ratna");
            words.add(new Word(lines[i], holder, i % 3 == 0 ? 1 : 0, holder ? 41 : 10, 250, 500 - 20 * i));
        }
        words.sort(Comparator.comparing(Word::y).reversed());
        return words;
    }

    private static InputStream file(int face) {
        return RenderingBenchmark.class.getResourceAsStream(Layout.FACES.get(face) + ".ttf");
    }

    private static TrueTypeFont font(int face) throws IOException {
        try (InputStream in = file(face)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }
}
