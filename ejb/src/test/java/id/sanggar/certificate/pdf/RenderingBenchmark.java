package id.sanggar.certificate.pdf;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

/**
 * How many certificates a core draws in a second, beside a bare loop of PDFBox over the same template: load it,
 * write the same words and the same QR code, save. The bare loop is given three ways to come by its fonts, the last
 * being the best that the library can do. One thread works; time is the processor's for the whole process,
 * collector and compiler included, so other work on the machine hardly shows.
 */
final class RenderingBenchmark {

    private static final int ROUNDS = 5;
    private static final double SECONDS = 2;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final byte[] template;
    private final List<Word> words;
    private final TrueTypeFont[] parsed = {font(0), font(1)};

    private RenderingBenchmark() throws IOException {
        template = blank(Papers.COMPLETION.stamp(Papers.ratna()));
        words = words();
    }

    public static void main(String[] arguments) throws Exception {
        new RenderingBenchmark().run(System.out);
    }

    private void run(PrintStream report) throws Exception {
        List<Way> ways = List.of(new Way("bare loop, fonts read each time", this::fontsReadEachTime),
                new Way("bare loop, parsed fonts shared", this::parsedFontsShared),
                new Way("bare loop, fonts of the template", this::fontsOfTheTemplate),
                new Way("stamp", number -> Papers.COMPLETION.stamp(Papers.of("Peserta Nomor " + number)).length),
                new Way("page of a bundle of 1,000", new Bundle()));
        report.println("| way | per core and second | kB | times the best bare loop |");
        report.println("|---|---:|---:|---:|");
        double[] rates = new double[ways.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = rate(ways.get(i).drawing());
        }
        double bare = Arrays.stream(rates).limit(3).max().orElseThrow();
        for (int i = 0; i < rates.length; i++) {
            report.printf(Locale.ROOT, "| %s | %,.0f | %.1f | %.1f |%n", ways.get(i).name(), rates[i],
                    ways.get(i).drawing().draw(1) / 1000.0, rates[i] / bare);
        }
    }

    /** The median of several rounds, the first two thrown away. */
    private static double rate(Drawing drawing) throws Exception {
        double[] rates = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            long from = MACHINE.getProcessCpuTime();
            int drawn = 0;
            double spent = 0;
            while (spent < SECONDS) {
                for (int i = 0; i < 20; i++) {
                    drawing.draw(drawn++);
                }
                spent = (MACHINE.getProcessCpuTime() - from) / 1e9;
            }
            if (round >= 0) {
                rates[round] = drawn / spent;
            }
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private record Way(String name, Drawing drawing) {
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
            bundle.add(Papers.of("Peserta Nomor " + number), Papers.ADDRESS);
            return out.size() - before;
        }
    }

    private int fontsReadEachTime(int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(template); InputStream medium = file(0); InputStream bold = file(1)) {
            return bare(document, number, PDType0Font.load(document, medium, true),
                    PDType0Font.load(document, bold, true));
        }
    }

    private int parsedFontsShared(int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(template)) {
            return bare(document, number, PDType0Font.load(document, parsed[0], true),
                    PDType0Font.load(document, parsed[1], true));
        }
    }

    private int fontsOfTheTemplate(int number) throws Exception {
        try (PDDocument document = Loader.loadPDF(template)) {
            PDFont[] fonts = new PDFont[2];
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                fonts[Layout.FACES.indexOf(font.getName())] = font;
            }
            return bare(document, number, fonts);
        }
    }

    private int bare(PDDocument document, int number, PDFont... fonts) throws Exception {
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
            ByteMatrix modules = Encoder.encode(Papers.ADDRESS, ErrorCorrectionLevel.M).getMatrix();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    int from = x;
                    while (x < modules.getWidth() && modules.get(x, y) == 1) {
                        x++;
                    }
                    if (x > from) {
                        page.addRect(85 + 2.1f * from, 150 - 2.1f * y, 2.1f * (x - from), 2.1f);
                    }
                }
            }
            page.fill();
        }
        document.setDocumentId((long) number);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        document.save(out);
        return out.size();
    }

    /** The background alone, as PDFBox writes it. */
    private static byte[] blank(byte[] certificate) throws IOException {
        try (PDDocument document = Loader.loadPDF(certificate)) {
            COSArray contents = document.getPage(0).getCOSObject().getCOSArray(COSName.CONTENTS);
            contents.remove(1);
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
