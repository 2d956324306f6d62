/** What an operation costs, measured on a server of its own; {@code docs/performance.md} tells how to run it. */
package id.sanggar.benchmark;
