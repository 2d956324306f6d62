/**
 * Floor 2, beside {@code course}, which may use it: what authors upload. The libraries of organisations, the checks
 * every file passes, pictures in the sizes of phones, and files served in ranges. May use {@code shared} and {@code
 * identity}.
 */
package id.sanggar.media;
