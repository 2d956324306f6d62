/**
 * Courses for whoever looks around: the front page, the catalogue, a course before it is taken, its drawings and
 * sheets.
 */
package id.sanggar.web.course;
