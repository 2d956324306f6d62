package id.sanggar.assessment;

/**
 * One option of a {@link Choice} or a {@link MultipleResponse}.
 *
 * @param fraction what choosing it is worth, from −1 to 1
 * @param feedback said to who chose it; may be empty
 */
public record Option(String text, double fraction, String feedback) {

    public Option {
        if (fraction < -1 || fraction > 1) {
            throw new IllegalArgumentException("An option is worth −1 to 1, not " + fraction);
        }
    }

    public boolean isRight() {
        return fraction > 0;
    }
}
