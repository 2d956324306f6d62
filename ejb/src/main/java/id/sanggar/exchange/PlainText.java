package id.sanggar.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in whatever encoding people save it in: UTF-8, what Excel calls Unicode, or what old Windows wrote. */
final class PlainText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LARGEST = 5_000_000;

    private PlainText() {
    }

    /** @return the text with {@code \n} at the end of each line; nothing if it is no text, which is a problem */
    static Optional<String> read(String file, byte[] bytes, Problems problems) {
        if (bytes.length == 0) {
            problems.add(file, 0, "exchange.empty-file");
            return Optional.empty();
        }
        if (bytes.length > LARGEST) {
            problems.add(file, 0, "exchange.too-many-bytes", bytes.length, LARGEST);
            return Optional.empty();
        }
        var text = decoded(file, bytes, problems);
        if (text == null) {
            problems.add(file, 0, "exchange.encoding");
        } else if (text.chars().anyMatch(PlainText::isNoText)) {
            problems.add(file, 0, "exchange.no-plain-text");
            return Optional.empty();
        }
        return Optional.ofNullable(text).map(read -> read.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static String decoded(String file, byte[] bytes, Problems problems) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE);
        }
        var unicode = decoded(bytes, 0, StandardCharsets.UTF_8);
        if (unicode != null) {
            return unicode;
        }
        var old = decoded(bytes, 0, WINDOWS);
        if (old != null) {
            problems.hint(file, 0, "exchange.old-windows");
        }
        return old;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static boolean isNoText(int sign) {
        return sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f';
    }
}
