package id.sanggar.programme;

import java.util.UUID;

/**
 * Something handed in, in a manager's queue: with whose it is and what for.
 *
 * @param member her name
 * @param business null where she named none
 * @param requirement null where it is asked for no more
 * @param twinned whether somebody else, not of the same business, handed in the same number or document
 */
public record EvidenceRow(EvidenceItem item, UUID membership, String member, String business,
        ProgrammeOutline programme, ProgrammeOutline.Stage stage, ProgrammeOutline.Requirement requirement,
        boolean twinned) {
}
