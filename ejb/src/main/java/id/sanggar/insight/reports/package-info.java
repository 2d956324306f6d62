/**
 * Figures handed on as files, in the words of one language: a view of the command centre, downloaded; and a programme's
 * week or month, made by itself and sent to whoever ordered it.
 */
package id.sanggar.insight.reports;
