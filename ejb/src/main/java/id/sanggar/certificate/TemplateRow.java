package id.sanggar.certificate;

import java.time.Instant;

/**
 * A template in the list of all.
 *
 * @param version the one new batches use, from 1; 0 if there is but a draft
 * @param since when that version was made; null without one
 * @param papers certificates issued with any version of it
 * @param drafted when its draft was last changed; null if there is none
 */
public record TemplateRow(String slug, Award award, int version, Instant since, long papers, Instant drafted) {
}
