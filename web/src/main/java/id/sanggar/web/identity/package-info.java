/** Registering, signing in and out, passwords, one's own account; roles for the administrator. */
package id.sanggar.web.identity;
