package id.sanggar.programme;

/**
 * What an applicant tells of herself.
 *
 * @param business name of hers, up to 160 characters; may be empty
 * @param product what it makes or sells, up to 160 characters; may be empty
 * @param cohort slug of the class she wants to join; may be empty
 * @param residence where she lives, as {@link id.sanggar.identity.Residences#find} understands it; may be empty
 */
public record Application(String business, String product, String cohort, String residence) {

    static final int LONGEST = 160;

    public Application {
        business = tidy(business);
        product = tidy(product);
        cohort = tidy(cohort);
        residence = tidy(residence);
    }

    /** One that does not tell where she lives. */
    public Application(String business, String product, String cohort) {
        this(business, product, cohort, null);
    }

    private static String tidy(String text) {
        return text == null || text.isBlank() ? null : text.strip().replaceAll("\\s+", " ");
    }
}
