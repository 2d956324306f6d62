package id.sanggar.assessment;

import id.sanggar.shared.LocalizedText;
import java.util.UUID;

/** An attempt that is, or lately was, at the graders', as its owner is told of it. */
public record GraderNews(UUID code, AttemptState state, LocalizedText quiz, LocalizedText course) {
}
