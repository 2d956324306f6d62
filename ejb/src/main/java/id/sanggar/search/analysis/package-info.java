/** How a text becomes the words it is found by: Indonesian roots, stop words, the synonyms of the trade. */
package id.sanggar.search.analysis;
