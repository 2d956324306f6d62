package id.sanggar.certificate;

/**
 * What became of the question whether a file is one that was issued. The file itself is forgotten.
 *
 * @param code of the certificate that it is, or claims to be; null if unknown
 * @param sha256 of the file that was asked about, 64 digits
 */
public record CheckedFile(FileFinding finding, String code, String sha256) {
}
