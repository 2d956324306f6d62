package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.shared.Invalid;
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
            "a@..example", "<a@sanggar.example>", "0812", "", "ratna", "ratna@sanggar", "+0812345678",
            "0812345678901234567890", "a@sanggar.example, b@sanggar.example"})
    void whatIsNeitherIsNoContact(String written) {
        assertThat(Contact.find(written)).isEmpty();
        assertThatThrownBy(() -> Contact.parse(written)).isInstanceOfSatisfying(Invalid.class,
                invalid -> assertThat(invalid.fields()).containsOnlyKeys("contact"));
    }

    @Test
    void nothingIsNoContact() {
        assertThat(Contact.find(null)).isEmpty();
    }
}
