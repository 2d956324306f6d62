/**
 * All members of all programmes in the memory of the node, in columns: how they come in, how they are kept fresh, and
 * what a scan needs. Knows no filter and no figure.
 */
package id.sanggar.insight.population;
