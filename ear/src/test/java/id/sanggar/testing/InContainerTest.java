package id.sanggar.testing;

/**
 * A test that runs inside the server, beside the application: it may {@code @Inject} and {@code @EJB} what the domain
 * offers publicly, and {@link Acting} as someone.
 */
public abstract class InContainerTest extends Deployed {
}
