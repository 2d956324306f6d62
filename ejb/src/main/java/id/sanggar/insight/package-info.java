/**
 * Floor 6: what the figures say. The command centre counts members for those who manage them, each number with the
 * filter of the people it counts. Inside are the members in memory ({@code population}), what is frozen month by month
 * ({@code closing}), and figures as files and letters ({@code reports}). May use every room below.
 */
package id.sanggar.insight;
