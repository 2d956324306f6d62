/** The job that builds the full-text index anew, course by course, while people go on searching. */
package id.sanggar.search.batch;
