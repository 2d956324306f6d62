/** The studio on a real server: drafts, their history, reviews and publishing. */
package id.sanggar.authoring;
