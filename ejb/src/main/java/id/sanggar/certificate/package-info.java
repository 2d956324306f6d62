/**
 * Floor 5: certificates. Templates, batches that issue them to all who have earned one, downloading, verifying and
 * revoking. May use {@code shared}, {@code identity}, {@code course}, {@code programme} and {@code learning}.
 */
package id.sanggar.certificate;
