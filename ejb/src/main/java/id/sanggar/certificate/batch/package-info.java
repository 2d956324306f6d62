/** The job that issues a batch of certificates, its one façade, and the watch that takes it up again after a crash. */
package id.sanggar.certificate.batch;
