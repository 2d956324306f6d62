/**
 * Floor 6: what comes in from outside. Course packs, questions in Moodle's GIFT, programmes, organisations and the
 * sample world: read, checked line by line, and brought into the rooms that keep them. May use every room but its
 * neighbours {@code search}, {@code insight} and {@code notification}.
 */
package id.sanggar.exchange;
