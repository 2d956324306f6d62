package id.sanggar.web.shared;

/**
 * How far a long piece of work is, for a page that shows it move.
 *
 * @param running whether there is more to come
 * @param text the same in words, in the caller's language
 */
public record Progress(boolean running, int done, int total, String text) {
}
