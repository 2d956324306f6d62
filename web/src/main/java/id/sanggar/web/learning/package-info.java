/** The learner's own pages: her home, the courses she takes, and the pages she reads in them. */
package id.sanggar.web.learning;
