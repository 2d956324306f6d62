/** What goes out of the studio and comes in, over the wire. */
package id.sanggar.exchange;
