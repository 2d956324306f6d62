package id.sanggar.assessment;

/**
 * Two questions that say the same, or nearly.
 *
 * @param percent how much of what they say they share: 100 for the same words
 */
public record Twins(BankRow one, BankRow other, int percent) {
}
