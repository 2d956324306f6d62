package id.sanggar.testing;

import org.jboss.arquillian.container.test.api.RunAsClient;

/** A test that sends requests from outside, such too as no browser would. */
@RunAsClient
public abstract class RequestTest extends Deployed {

    /** A new person at a new device, signed in nowhere. */
    protected static Visit visit() {
        return new Visit(SystemUnderTest.address());
    }
}
