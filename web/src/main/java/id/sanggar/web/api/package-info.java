/** What machines and the pages' own scripts call, under {@code /api/v1}; refusals are answered as problem+json. */
package id.sanggar.web.api;
