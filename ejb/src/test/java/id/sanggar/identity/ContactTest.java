package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

    @ParameterizedTest
    @ValueSource(strings = {"0812-3456-7890", "62 812 3456 7890", "+62 (812) 34567890"})
    void oneNumberIsWrittenInManyWays(String written) {
        assertThat(Contact.find(written)).contains(new Contact(null, "+6281234567890"));
    }

    @Test
    void anAddressIsTheSameInCapitals() {
        assertThat(Contact.find(" Ratna@Sanggar.Example ")).contains(new Contact("ratna@sanggar.example", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b@sanggar.example", "a@sanggar.example\r\nBcc: b@sanggar.example", "a@b@c.example",
            "a@..example", "<a@sanggar.example>", "0812", ""})
    void whatIsNeitherIsNoContact(String written) {
        assertThat(Contact.find(written)).isEmpty();
    }
}
