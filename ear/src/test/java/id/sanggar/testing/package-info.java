/** The system tests' tools: one server for all of them, a browser, people to act as. */
package id.sanggar.testing;
