package id.sanggar.authoring;

import id.sanggar.assessment.QuestionsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What a course asks belongs to its draft: whoever changes it after others have looked has it looked at again, and is
 * none of those who approve it.
 */
@ApplicationScoped
class BankFollowing {

    @Inject
    private Authors authors;

    void follow(@Observes QuestionsChanged event) {
        event.courseIds().forEach(authors::changed);
    }
}
