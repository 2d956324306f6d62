package id.sanggar.programme;

/**
 * The stages of a programme are described to ask for something else than before.
 *
 * @param version the number of these rules
 * @param waits whether members are judged by those of before, until a person applies these
 */
public record RulesDescribed(long programmeId, int version, boolean waits) {
}
