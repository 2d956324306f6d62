/**
 * The words every room speaks: slugs, localized text, pages of rows, the exception vocabulary, the clock, the database's
 * migrations. The ground floor: it uses no other room.
 */
package id.sanggar.shared;
