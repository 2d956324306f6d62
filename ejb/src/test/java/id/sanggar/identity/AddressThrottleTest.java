package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Conflict;
import org.junit.jupiter.api.Test;

class AddressThrottleTest {

    private final AddressThrottle throttle = new AddressThrottle();

    @Test
    void aClassRegistersFromOneAddressAndARobotIsStopped() {
        for (int newcomer = 0; newcomer < 300; newcomer++) {
            throttle.beforeRegistration("198.51.100.7");
        }
        assertThatThrownBy(() -> throttle.beforeRegistration("198.51.100.7")).isInstanceOf(Conflict.class);
        assertThatCode(() -> throttle.beforeRegistration("198.51.100.8")).doesNotThrowAnyException();
    }

    @Test
    void linksToNewPasswordsAreCountedByThemselves() {
        for (int letter = 0; letter < 60; letter++) {
            throttle.beforeLink("198.51.100.7");
        }
        assertThatThrownBy(() -> throttle.beforeLink("198.51.100.7")).isInstanceOf(Conflict.class);
        assertThatCode(() -> throttle.beforeRegistration("198.51.100.7")).doesNotThrowAnyException();
    }
}
