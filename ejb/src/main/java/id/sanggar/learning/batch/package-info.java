/** The job that measures the members of a programme anew. */
package id.sanggar.learning.batch;
