package id.sanggar.programme;

import id.sanggar.shared.LocalizedText;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody is asked: whether she wants to be a member of a programme, with the partner who offers it.
 *
 * @param slug of the programme
 * @param partner who would serve her, and see what she does in it; null for none
 * @param cohort null for none
 * @param business what the partner wrote of her business; null for nothing
 * @param expires when nobody asks her any more
 */
public record MembershipOffer(UUID code, String slug, LocalizedText programme, LocalizedText partner,
        LocalizedText cohort, String business, Instant expires) {
}
