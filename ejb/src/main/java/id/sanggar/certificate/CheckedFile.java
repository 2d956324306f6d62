package id.sanggar.certificate;

import java.io.Serializable;

/**
 * What became of the question whether a file is one that was issued. The file itself is forgotten.
 *
 * @param code of the certificate that it is, or claims to be; null if unknown
 */
public record CheckedFile(FileFinding finding, String code) implements Serializable {
}
