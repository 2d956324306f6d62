package id.sanggar.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/learn", "/learn/pengendalian-mutu/suhu?q=2", "/search?q=suhu%20aman&page=2"})
    void anAddressOfOursIsFollowed(String path) {
        assertThat(LocalPath.orElse(path, "/learn")).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "learn",
            "javascript:alert(1)", "/learn\r\nSet-Cookie: a=b", "/<script>", "\t/learn", "/\t/elsewhere.example"})
    void anAddressOfSomebodyElseIsNot(String path) {
        assertThat(LocalPath.orElse(path, "/learn")).isEqualTo("/learn");
    }
}
