/**
 * The studio's pages of one course and of all: what there is, its outline, its settings, and the way to its readers.
 */
package id.sanggar.web.authoring;
