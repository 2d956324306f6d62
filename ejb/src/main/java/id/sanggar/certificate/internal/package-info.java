/** What the certificate room and its job share: compiled templates, what stands on a paper, public codes. */
package id.sanggar.certificate.internal;
