/** The studio's way in and out: files that authors bring, told before they are applied, and files they take along. */
package id.sanggar.web.exchange;
