/**
 * Months that a person closes: what history says of each, what was frozen of it, what turned out otherwise since, and
 * the restatements that say so. {@code docs/periods.md} tells the rules.
 */
package id.sanggar.insight.closing;
