package id.sanggar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62812", "-2", "@sum", " =1", "＝1"})
    void aFormulaBecomesText(String formula) {
        assertThat(Spreadsheet.harmless(formula)).isEqualTo("'" + formula);
    }

    @Test
    void aFormulaBehindASemicolonBecomesTextToo() {
        assertThat(Spreadsheet.harmless("Stik; =1+1;+2")).isEqualTo("Stik;' =1+1;'+2");
        assertThat(Spreadsheet.harmless("Stik\n=1")).isEqualTo("Stik\n'=1");
    }

    @Test
    void whatIsNoFormulaStaysAsItIs() {
        assertThat(Spreadsheet.harmless("Dapur Milu = enak")).isEqualTo("Dapur Milu = enak");
        assertThat(Spreadsheet.harmless("")).isEmpty();
        assertThat(Spreadsheet.harmless(null)).isNull();
    }
}
