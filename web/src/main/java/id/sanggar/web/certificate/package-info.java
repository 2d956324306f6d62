/** Certificates: issuing and revoking them at a manager's desk, one's own, and the proof that a paper is real. */
package id.sanggar.web.certificate;
