package id.sanggar.exchange.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sanggar.exchange.table.TableFormat;
import id.sanggar.exchange.table.UnreadableTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static List<List<String>> rows(byte[] file) throws IOException {
        var rows = new ArrayList<List<String>>();
        var source = TableFormat.Source.of(file);
        TableFormat.of(source).read(source, (number, cells) -> rows.add(cells));
        return rows;
    }

    private static byte[] written(TableFormat format, List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new TableWriter(format, out, "Anggota")) {
            for (var row : rows) {
                table.add(row);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsReadAgainInEitherForm() throws IOException {
        var table = List.of(List.of("Nama", "NIK", "Telepon"),
                List.of("Siti „Ibu\" Aminah, S.E.", "7571014505900001", "+6281234567890"));
        for (var format : TableFormat.values()) {
            var read = rows(written(format, table));
            assertThat(read).hasSize(2);
            assertThat(read.get(1).get(0)).isEqualTo(table.get(1).get(0));
            assertThat(read.get(1).get(1)).as("sixteen digits stay sixteen").isEqualTo("7571014505900001");
            assertThat(TableWriter.plain(read.get(1).get(2))).isEqualTo("+6281234567890");
        }
    }

    @Test
    void nothingThatIsWrittenRunsInASpreadsheet() throws IOException {
        var csv = new String(written(TableFormat.CSV, List.of(List.of("=HYPERLINK(\"x\")", "@SUM(A1)"))),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("'=HYPERLINK").contains("'@SUM");
    }

    @Test
    void commasSemicolonsAndTabsPartCellsInAnyLettersOfWindows() throws IOException {
        assertThat(rows("a;b;c\n1;2,5;3".getBytes(StandardCharsets.UTF_8)).get(1)).containsExactly("1", "2,5", "3");
        assertThat(rows("a\tb\n1\t2".getBytes(StandardCharsets.UTF_8)).get(1)).containsExactly("1", "2");
        assertThat(rows("\uFEFFNama,b\nÉva,2".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(List.of("Nama", "b"), List.of("Éva", "2"));
        assertThat(rows("Nama,b\nÉva,2".getBytes(Charset.forName("windows-1252"))).get(1)).contains("Éva");
        assertThat(rows("Nama,b\nÉva,2".getBytes(StandardCharsets.UTF_16)).get(1)).contains("Éva");
    }

    @Test
    void sharedTextsNumbersAndHiddenSheetsAreReadAsExcelShowsThem() throws IOException {
        var rows = rows(zip(Map.of("xl/workbook.xml", """
                <workbook xmlns="x" xmlns:r="r"><sheets><sheet name="h" state="hidden" r:id="r1"/>\
                <sheet name="s" r:id="r2"/></sheets></workbook>""", "xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="r1" Target="worksheets/a.xml"/>\
                <Relationship Id="r2" Target="worksheets/b.xml"/></Relationships>""", "xl/sharedStrings.xml", """
                <sst><si><t>Nama</t></si><si><r><t>Ra</t></r><r><t>tna</t></r><rPh><t>x</t></rPh></si></sst>""",
                "xl/worksheets/a.xml", "<worksheet/>", "xl/worksheets/b.xml", """
                <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"/><row r="4">\
                <c r="A4" t="s"><v>1</v></c><c r="C4"><v>8.1234567890E10</v></c></row></sheetData></worksheet>""")));
        assertThat(rows).containsExactly(List.of("Nama"), List.of("Ratna", "", "81234567890"));
    }

    @Test
    void aFileThatIsNoTableIsRefused() throws IOException {
        assertThatThrownBy(() -> rows(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isInstanceOf(UnreadableTable.class).hasMessage("exchange.people-old-excel");
        assertThatThrownBy(() -> rows(zip(Map.of("word/document.xml", "<w/>")))).isInstanceOf(UnreadableTable.class);
        assertThatThrownBy(() -> rows(new byte[] {1, 0, 2, 0, 0, 0})).isInstanceOf(UnreadableTable.class);
        var doctype = zip(Map.of("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<workbook><sheets><sheet name=\"&e;\"/></sheets></workbook>"));
        assertThatThrownBy(() -> rows(doctype)).isInstanceOf(UnreadableTable.class);
        var wide = zip(Map.of("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet r:id='x'/></sheets></workbook>",
                "xl/worksheets/sheet1.xml", "<s><row><c r='XFD1'><v>1</v></c></row></s>"));
        assertThatThrownBy(() -> rows(wide)).hasMessage("exchange.people-too-many-columns");
    }

    @Test
    void aCellThatRunsAfterASemicolonIsMadeHarmlessAndComesBackAsItWas() throws IOException {
        var cell = "Keripik;=HYPERLINK(\"x\");\n+1";
        var csv = written(TableFormat.CSV, List.of(List.of("Nama", "Usaha"), List.of("Ani", cell)));
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains(";'=HYPERLINK").contains("'+1");
        assertThat(TableWriter.plain(rows(csv).get(1).get(1))).isEqualTo(cell);
    }

    @Test
    void aWorkbookThatSwellsIsRefusedBeforeItIsInMemory() throws IOException {
        var endless = " ".repeat(3_000_000);
        var book = "<workbook xmlns:r='r'><sheets><sheet r:id='x'/></sheets></workbook>";
        for (var part : List.of("<s><row><c t='inlineStr'><is><t>" + endless + "</t></is></c></row></s>",
                "<s><!--" + endless + "--></s>", "<s a='" + endless + "'/>", "<s><row r='1'" + endless + "/></s>")) {
            var swollen = zip(Map.of("xl/workbook.xml", book, "xl/worksheets/sheet1.xml", part));
            assertThat(swollen.length).isLessThan(10_000);
            assertThatThrownBy(() -> rows(swollen)).isInstanceOf(UnreadableTable.class);
        }
        var whole = zip(Map.of("xl/workbook.xml", book, "xl/worksheets/sheet1.xml",
                "<s><row r='1'><c t='inlineStr'><is><t>Nama</t></is></c></row></s>"));
        var cut = Arrays.copyOf(whole, whole.length);
        Arrays.fill(cut, 60, 120, (byte) 7);
        assertThatThrownBy(() -> rows(cut)).isInstanceOf(UnreadableTable.class);
    }

    @Test
    void signsThatNoDatabaseKeepsAreRefusedWhereverTheyStand() {
        var table = ("Nama\n" + "Siti\n".repeat(20_000) + "A\0B\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> rows(table)).hasMessage("exchange.people-no-table");
    }

    @Test
    void theHeadingsOfOurOwnTablesAreKnownAgain() {
        for (var locale : List.of(Locale.forLanguageTag("id"), Locale.ENGLISH)) {
            var headings = List.of(MemberField.values()).stream().map(field -> MemberTables.heading(field, locale))
                    .toList();
            var mapping = MemberField.guess(headings, Map.of());
            for (var field : MemberField.values()) {
                assertThat(mapping).as(locale + " " + headings.get(field.ordinal()))
                        .containsEntry(field, field.ordinal());
            }
        }
    }
}
