/** Sitting a quiz: its first page, its questions, every answer saved as it is given, its result. */
package id.sanggar.web.assessment;
