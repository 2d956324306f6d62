/** The library of media, seen from outside: uploads over lines that break, files in ranges, whose library is whose. */
package id.sanggar.media;
