/** The search page and the suggestions while one is typing. */
package id.sanggar.web.search;
