package id.sanggar.certificate;

/**
 * One certificate to keep or print.
 *
 * @param name of the file, in plain ASCII
 * @param pdf its bytes, the same each time
 */
public record CertificateFile(String name, byte[] pdf) {
}
