package id.sanggar.certificate;

import java.time.Instant;
import java.util.List;

/**
 * A template to be worked on: its draft, or the current version where there is none.
 *
 * @param page XHTML
 * @param frame SVG
 * @param revision of the draft, from 1; 0 if there is none
 * @param changedBy name of who changed the draft last; null without one
 * @param versions newest first
 */
public record TemplatePage(String slug, String page, String frame, int revision, String changedBy, Instant changedAt,
        List<Version> versions) {

    public TemplatePage {
        versions = List.copyOf(versions);
    }

    /**
     * What was printed with it is drawn with it for ever.
     *
     * @param number from 1
     * @param madeBy name; null for one that came with Sanggar
     * @param papers certificates issued with it
     */
    public record Version(int number, Instant madeAt, String madeBy, long papers) {
    }

    public boolean hasDraft() {
        return revision > 0;
    }
}
