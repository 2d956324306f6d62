package id.sanggar.programme;

import java.util.List;

/** People with accounts are asked whether they want to be members. Fired inside the transaction that asks them. */
public record MembershipOffered(List<Long> offerIds) {

    public MembershipOffered {
        offerIds = List.copyOf(offerIds);
    }
}
