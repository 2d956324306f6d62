package id.sanggar.certificate.internal;

import id.sanggar.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a PDF file of a stranger gives away about the certificate that it is, or once was. It is searched as bytes and
 * not read as a document: there is no structure in it that could lead a reader astray, and the work is bounded.
 */
public final class PdfTraces {

    private static final String HEAD = "%PDF-";
    private static final int HEAD_WITHIN = 1024;
    private static final String END = "%%EOF";
    /** Every time a file is added to, it ends once more. */
    private static final int MOST_ENDS = 32;
    private static final int MOST_CODES = 3;
    private static final int MOST_STREAMS = 400;
    private static final int LONGEST_STREAM = 1_000_000;
    private static final int MOST_UNPACKED = 8_000_000;
    private static final Pattern LINK = Pattern.compile("/verify/([0-9A-Za-z]{26})(?![0-9A-Za-z])");
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");

    private PdfTraces() {
    }

    /** Whether it says of itself that it is one. */
    public static boolean isPdf(byte[] file) {
        return latin(file, Math.min(file.length, HEAD_WITHIN)).contains(HEAD);
    }

    /**
     * Of the file, and of what it was before somebody added to its end, the longest first: PDF is changed by appending,
     * and readers offer to.
     *
     * @return SHA-256, 64 digits each; at least one
     */
    public static List<String> hashes(byte[] file) {
        var hashes = new ArrayList<String>();
        hashes.add(Sha256.of(file));
        var text = latin(file, file.length);
        var running = Sha256.digest();
        var done = 0;
        var ends = new ArrayList<String>();
        var at = text.indexOf(END);
        for (var count = 0; at >= 0 && count < MOST_ENDS; count++) {
            var end = at + END.length();
            for (var next : new int[] {end, afterLine(file, end)}) {
                running.update(file, done, next - done);
                done = next;
                ends.add(HexFormat.of().formatHex(copy(running).digest()));
            }
            at = text.indexOf(END, end);
        }
        for (var last = ends.size() - 1; last >= 0; last--) {
            if (!hashes.contains(ends.get(last))) {
                hashes.add(ends.get(last));
            }
        }
        return hashes;
    }

    /** The public codes that links to a verification name, in the file itself and in what is packed in it. */
    public static Set<String> codes(byte[] file) {
        var codes = new LinkedHashSet<String>();
        var text = latin(file, file.length);
        collect(text, codes);
        var streams = STREAM.matcher(text);
        var left = MOST_UNPACKED;
        for (var count = 0; count < MOST_STREAMS && left > 0 && codes.size() < MOST_CODES && streams.find(); count++) {
            var unpacked = unpacked(file, streams.end(), Math.min(left, LONGEST_STREAM));
            left -= unpacked.length;
            collect(latin(unpacked, unpacked.length), codes);
        }
        return codes;
    }

    private static void collect(String text, Set<String> codes) {
        var links = LINK.matcher(text);
        while (codes.size() < MOST_CODES && links.find()) {
            PublicCode.read(links.group(1)).ifPresent(codes::add);
        }
    }

    /** As far as it can be unpacked, and no further than so many bytes. */
    private static byte[] unpacked(byte[] file, int from, int most) {
        var inflater = new Inflater();
        var bytes = new ByteArrayOutputStream();
        try {
            inflater.setInput(file, from, file.length - from);
            var buffer = new byte[16_384];
            int got;
            do {
                got = inflater.inflate(buffer, 0, Math.min(buffer.length, most - bytes.size()));
                bytes.write(buffer, 0, got);
            } while (got > 0);
        } catch (DataFormatException packedOtherwiseOrBroken) {
            return bytes.toByteArray();
        } finally {
            inflater.end();
        }
        return bytes.toByteArray();
    }

    /** Behind the end of the line, however that is written. */
    private static int afterLine(byte[] file, int at) {
        var end = at;
        if (end < file.length && file[end] == '\r') {
            end++;
        }
        if (end < file.length && file[end] == '\n') {
            end++;
        }
        return end;
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", impossible);
        }
    }

    private static String latin(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
