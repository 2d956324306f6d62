/** Content as it is brought in when the server starts, and brought in again. */
package id.sanggar.exchange;
