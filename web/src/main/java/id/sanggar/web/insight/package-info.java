/** The command centre: figures, drawn and in tables, each leading to the people it counts. */
package id.sanggar.web.insight;
