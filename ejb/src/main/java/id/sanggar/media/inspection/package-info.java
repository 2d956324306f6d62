/** How the library looks into files that others made: what they are, whether they are whole and harmless. */
package id.sanggar.media.inspection;
