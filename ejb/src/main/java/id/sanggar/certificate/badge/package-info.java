/**
 * Certificates as Open Badges 3.0, which wallets and other systems read: the credential of one certificate, and the
 * documents by which anyone verifies it. Functions of what a certificate says and of a seal; nothing here is kept.
 */
package id.sanggar.certificate.badge;
