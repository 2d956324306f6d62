/**
 * Floor 6: full text. What can be found of every published course, how Indonesian and English words meet, and the job
 * that builds the index anew. May use {@code course}, {@code assessment}, {@code programme}, {@code learning},
 * {@code identity} and {@code shared}.
 */
package id.sanggar.search;
