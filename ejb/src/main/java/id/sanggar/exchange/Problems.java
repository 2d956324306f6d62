package id.sanggar.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gathers all that is wrong with the content, so that an author sees it at once and not one by one. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(String file, int line, String message) {
        found.add(new Problem(file, line, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    int count() {
        return found.size();
    }

    /** One a line. */
    @Override
    public String toString() {
        return found.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
