package id.sanggar.search;

/**
 * What somebody looks for.
 *
 * @param words as typed, untrusted; only the first 200 characters and ten words count
 * @param course slug to look in; null: all courses
 * @param kind to look for; null: all kinds
 * @param language of what is looked for; null: all languages
 * @param page from 1
 */
public record SearchRequest(String words, String course, DocumentKind kind, String language, int page) {
}
