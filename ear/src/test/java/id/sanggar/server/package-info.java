/**
 * Starts a real server on a real PostgreSQL: for the try-out ({@code mvn -Prun}) and for the system tests. Nothing here
 * is part of the application.
 */
package id.sanggar.server;
