/**
 * Floor 6: full text. What can be found of every published course, how Indonesian and English words meet, and the job
 * that builds the index anew. May use every room but its neighbours {@code insight}, {@code exchange} and
 * {@code notification}.
 */
package id.sanggar.search;
