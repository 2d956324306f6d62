/** What every page and resource shares: health, errors, headers, languages. */
package id.sanggar.web.shared;
