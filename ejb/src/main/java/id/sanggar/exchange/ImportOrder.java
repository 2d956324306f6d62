package id.sanggar.exchange;

/**
 * What an author chooses in the form.
 *
 * @param course slug of the course whose draft takes it; null or empty: a new course, for a pack alone
 * @param organisation slug of the partner whose new course it will be; empty where the author has one alone
 * @param section slug of the section that takes lessons; empty: a new one
 * @param topic slug of the topic of questions whose file names none, or the title of a new topic
 * @param split whether each first heading of a Word document begins a lesson
 */
public record ImportOrder(ImportKind kind, String course, String organisation, String section, String topic,
        boolean split) {
}
