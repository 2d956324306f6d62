/**
 * Turns certificates into paper: a template is compiled once, then stamped with the values of one holder after another.
 * Knows bytes and values only; uses no other room.
 */
package id.sanggar.certificate.pdf;
