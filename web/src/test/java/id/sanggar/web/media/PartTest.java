package id.sanggar.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    @ParameterizedTest
    @CsvSource({"bytes=0-99, 0, 100", "bytes=0-0, 0, 1", "bytes=500-, 500, 500", "bytes=-10, 990, 10",
            "bytes=900-5000, 900, 100", "bytes=-5000, 0, 1000", "bytes=999-999, 999, 1"})
    void aPartIsCutToTheFile(String range, long from, long length) {
        assertThat(Part.of(range, 1000)).isEqualTo(new Part(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=5000-6000"})
    void whatLiesBehindTheEndCannotBeSent(String range) {
        assertThat(Part.of(range, 1000)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=-", "lines=1-2", "bytes=5-2", "x", "bytes=a-b",
            "bytes=99999999999999999999-"})
    void whatCannotBeReadIsAnsweredWithTheWhole(String range) {
        assertThat(Part.of(range, 1000)).isEqualTo(Part.whole(1000));
    }

    @Test
    void theAnswerSaysWhichPartItIs() {
        assertThat(new Part(500, 100).of(1000)).isEqualTo("bytes 500-599/1000");
    }
}
