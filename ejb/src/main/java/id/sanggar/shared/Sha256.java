package id.sanggar.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which content is known: the same digits, the same bytes. */
public final class Sha256 {

    private Sha256() {
    }

    /** @return 64 hexadecimal digits in lower case */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** For content that comes in parts. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has it", impossible);
        }
    }
}
