package id.sanggar.assessment;

import java.util.List;

/** In the banks of these courses something else is asked from now on: questions became ready, or are asked no more. */
public record QuestionsChanged(List<Long> courseIds) {
}
