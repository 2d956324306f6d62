/** Files to every browser, and the library to its authors. */
package id.sanggar.web.media;
