/**
 * The frame every page and every answer stands in: routes, languages, assets, errors and the protections against forged
 * and foreign requests.
 */
package id.sanggar.web.shared;
