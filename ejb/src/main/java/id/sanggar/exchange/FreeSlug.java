package id.sanggar.exchange;

import java.util.HashSet;
import java.util.Set;

/** Gives what comes from elsewhere names that nothing has yet. */
final class FreeSlug {

    private final Set<String> taken;

    FreeSlug(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    String of(String words, String otherwise) {
        var base = MediaNames.slug(words, otherwise);
        var slug = base;
        for (var number = 2; !taken.add(slug); number++) {
            slug = base + '-' + number;
        }
        return slug;
    }
}
