package id.sanggar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Forgets what is known of who is erased beyond her name and contact. */
@ApplicationScoped
class ErasedPersons {

    @Inject
    private Persons persons;

    void forget(@Observes AccountErased event) {
        persons.forget(event.accountId());
    }
}
