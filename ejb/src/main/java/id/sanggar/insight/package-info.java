/**
 * Floor 6: what the figures say. The command centre counts members for those who manage them, each number with the
 * filter of the people it counts. May use every room below.
 */
package id.sanggar.insight;
