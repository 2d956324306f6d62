/** Programmes: what they offer, applying to them, and deciding, following and confirming at a manager's desk. */
package id.sanggar.web.programme;
