/**
 * Floor 6: what comes in from outside, and what goes out. Course packs, questions in GIFT, Aiken and tables, lessons in
 * Markdown and Word, programmes, organisations and the sample world: read, checked line by line, told, and brought into
 * the rooms that keep them. May use every room but its neighbours {@code search}, {@code insight} and
 * {@code notification}.
 *
 * <p>Further formats of the field (Moodle XML, QTI, Common Cartridge, SCORM, cmi5) belong here: questions as one more
 * case in {@link id.sanggar.exchange.QuestionArrival}, whole courses as one more reader that gives an
 * {@link id.sanggar.exchange.Arrival}.
 */
package id.sanggar.exchange;
