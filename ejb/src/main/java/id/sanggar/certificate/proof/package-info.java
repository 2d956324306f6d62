/** What a certificate's QR code proves to whoever scans it, with a connection or without. */
package id.sanggar.certificate.proof;
