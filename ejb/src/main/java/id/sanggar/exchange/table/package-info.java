/**
 * Tables that people made with a spreadsheet, CSV or Excel: read row by row, whatever else is in the file, and no
 * further than they may be large. Knows no column's meaning.
 */
package id.sanggar.exchange.table;
