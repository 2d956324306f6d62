/** The job that moves the learners of a course to a newer version, when they are many. */
package id.sanggar.authoring.batch;
