/** The job that applies a large import, its one façade, and the watch that takes it up again and forgets old ones. */
package id.sanggar.exchange.batch;
