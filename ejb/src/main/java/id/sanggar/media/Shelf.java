package id.sanggar.media;

import id.sanggar.shared.LocalizedText;

/**
 * An organisation's library as a whole.
 *
 * @param organisation slug of the owner
 * @param used bytes that are taken, by what is there and what is on its way
 * @param quota bytes that may be taken
 */
public record Shelf(String organisation, LocalizedText name, long items, long used, long quota) {

    public int percent() {
        return quota == 0 ? 100 : (int) Math.min(100, used * 100 / quota);
    }
}
