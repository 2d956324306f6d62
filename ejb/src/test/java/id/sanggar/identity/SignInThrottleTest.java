package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Conflict;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void tenFailuresCloseAnAccountHoweverItIsWrittenAndWhereverTheyComeFrom() {
        for (int failure = 0; failure < 10; failure++) {
            throttle.beforeAttempt(failure % 2 == 0 ? "0812 3456 7890" : "+6281234567890", "198.51.100." + failure);
        }
        assertThatThrownBy(() -> throttle.beforeAttempt("62812-3456-7890", "198.51.100.99"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void thoseWhoMistypeTheirContactDoNotCountForEachOther() {
        for (int failure = 0; failure < 50; failure++) {
            throttle.beforeAttempt("0812", "198.51.100." + failure);
        }
        assertThatCode(() -> throttle.beforeAttempt("ratna@", "198.51.100.99")).doesNotThrowAnyException();
    }

    @Test
    void aHundredFailuresCloseAnAddress() {
        for (int failure = 0; failure < 100; failure++) {
            throttle.beforeAttempt("uji" + failure + "@sanggar.example", "198.51.100.7");
        }
        assertThatThrownBy(() -> throttle.beforeAttempt("lain@sanggar.example", "198.51.100.7"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aRightPasswordIsNoGuess() {
        for (int visit = 0; visit < 200; visit++) {
            throttle.beforeAttempt("ratna@sanggar.example", "198.51.100.7");
            throttle.succeeded("ratna@sanggar.example", "198.51.100.7");
        }
    }
}
