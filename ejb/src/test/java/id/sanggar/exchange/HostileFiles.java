package id.sanggar.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Files that mean harm, or were harmed: some three hundred of them, always the same. */
final class HostileFiles {

    private static final long SEED = 20_261_122;

    private final List<Hostile> files = new ArrayList<>();

    /**
     * One of them.
     *
     * @param refused whether nothing of it may come; else it may come, made harmless
     */
    record Hostile(String what, ImportKind kind, String name, byte[] bytes, boolean refused) {

        @Override
        public String toString() {
            return what + " (" + name + ", " + bytes.length + " bytes)";
        }
    }

    private HostileFiles() {
    }

    static List<Hostile> all() {
        var all = new HostileFiles();
        all.zips();
        all.packs();
        all.questions();
        all.tables();
        all.words();
        all.markdowns();
        all.harmed();
        return all.files;
    }

    private void add(String what, ImportKind kind, String name, byte[] bytes, boolean refused) {
        files.add(new Hostile(what, kind, name, bytes, refused));
    }

    private void add(String what, ImportKind kind, String name, String text, boolean refused) {
        add(what, kind, name, text.getBytes(StandardCharsets.UTF_8), refused);
    }

    /** Every importer that opens zips meets each of these. */
    private void zip(String what, byte[] bytes) {
        add(what, ImportKind.PACK, "jahat.zip", bytes, true);
        add(what, ImportKind.LESSONS, "jahat.docx", bytes, true);
        add(what, ImportKind.LESSONS, "jahat.zip", bytes, true);
        add(what, ImportKind.QUESTIONS, "jahat.xlsx", bytes, true);
    }

    private static RawZip.Entry entry(String name, String text) {
        return new RawZip.Entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static RawZip raw(RawZip.Entry... entries) {
        var zip = new RawZip();
        Arrays.stream(entries).forEach(zip::add);
        return zip;
    }

    private void zips() {
        zip("a flat bomb", raw(new RawZip.Entry("a.md", new byte[40_000_000])).bytes());
        var bomb = new RawZip();
        for (var i = 0; i < 8; i++) {
            bomb.add(new RawZip.Entry("a" + i + ".md", new byte[20_000_000]));
        }
        zip("many flat bombs", bomb.bytes());
        zip("a bomb that lies about its size", raw(new RawZip.Entry("a.md", new byte[5_000_000]).size(10)).bytes());
        var inner = raw(new RawZip.Entry("x", new byte[1_000_000])).bytes();
        zip("a nested bomb", raw(new RawZip.Entry("a/b.zip", inner), new RawZip.Entry("c.zip", inner)).bytes());
        zip("overlapping files", raw(entry("a.md", "# A"), entry("b.md", "# A").at(0)).bytes());
        zip("the same file twice", raw(entry("a.md", "# A"), entry("a.md", "# B")).bytes());
        zip("twice but for capitals", raw(entry("a.md", "# A"), entry("A.MD", "# B")).bytes());
        zip("a file and a folder of one name", raw(entry("a.md", "# A"), entry("a.md/b.md", "# B")).bytes());
        for (var name : List.of("../a.md", "../../../../etc/passwd", "/etc/passwd", "a/../../b.md", "C:/a.md",
                "..\\a.md", "a\\..\\..\\b.md", "\\\\server\\a.md", "./a.md", "a//b.md", "a/./b.md", "con.md", "nul",
                "lpt1.md", "a./b.md", "a /b.md", "\u202Egpj.md", "a\u0000.md", "a\nb.md", "a\u200B.md", "\uFEFFa.md",
                "x".repeat(300) + ".md", "a/".repeat(40) + "b.md", "file:///etc/passwd", "aux", "COM1.txt",
                "a.md:stream", "~/a\u0007.md")) {
            zip("the name " + Problems.readable(name), raw(entry(name, "# A")).bytes());
        }
        zip("a name that is not UTF-8", raw(entry("a", "x").nameBytes(new byte[] {(byte) 0xFF, (byte) 0xFE})).bytes());
        zip("a symbolic link", raw(entry("a.md", "/etc/passwd").unixMode(0120777)).bytes());
        zip("a device", raw(entry("a.md", "x").unixMode(0020666)).bytes());
        zip("an encrypted file", raw(entry("a.md", "# A").flags(0x801)).bytes());
        zip("an unknown method", raw(entry("a.md", "# A").method(14)).bytes());
        zip("a wrong sum", raw(entry("a.md", "# A").crc(12345)).bytes());
        zip("two names for one file", raw(entry("a.md", "# A").localName("b.md")).bytes());
        zip("a size beyond the end", raw(entry("a.md", "# A").packed(100_000)).bytes());
        zip("Zip64", raw(entry("a.md", "# A").size(-2)).bytes());
        zip("a count that lies", raw(entry("a.md", "# A")).bytes(65_535, ""));
        zip("nothing in it", new RawZip().bytes());
        var many = new RawZip();
        for (var i = 0; i < 10_500; i++) {
            many.add(entry("m" + i + ".md", ""));
        }
        zip("more than ten thousand files", many.bytes());
        var good = raw(entry("a.txt", "x")).bytes();
        zip("a picture before it", joined("GIF89a".getBytes(StandardCharsets.ISO_8859_1), good));
        zip("a JPEG before it", joined(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, good));
        zip("a PDF before it", joined("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1), good));
        zip("a script behind it", joined(good, "<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1)));
        zip("no zip at all", "PK, but not really".getBytes(StandardCharsets.UTF_8));
        zip("two bytes", new byte[] {'P', 'K'});
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private void pack(String what, String path, byte[] bytes, boolean refused) {
        var all = new TreeMap<>(SamplePack.files());
        all.put("segala/" + path, bytes);
        add(what, ImportKind.PACK, "paket.zip", packed(all), refused);
    }

    private void pack(String what, String path, String text, boolean refused) {
        pack(what, path, text.getBytes(StandardCharsets.UTF_8), refused);
    }

    private static byte[] packed(Map<String, byte[]> parts) {
        try {
            var out = new ByteArrayOutputStream();
            PackZip.write(new TreeMap<>(parts), out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void packs() {
        var manifest = SamplePack.manifest();
        pack("YAML that makes objects", "course.yaml", manifest.replace("language: id",
                "language: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]"), true);
        pack("YAML that reads a file", "course.yaml", "!!java.io.FileInputStream [/etc/passwd]", true);
        pack("a thousand laughs in YAML", "course.yaml", laughs(), true);
        pack("YAML nested too deep", "course.yaml", "a: " + "[".repeat(5_000) + "]".repeat(5_000), true);
        pack("YAML that names itself", "course.yaml", "a: &a [*a]\n", true);
        pack("YAML keys without end", "course.yaml", "? ".repeat(20_000), true);
        pack("a manifest that is a picture", "course.yaml", SamplePack.picture(), true);
        pack("an empty manifest", "course.yaml", "", true);
        pack("NUL in the manifest", "course.yaml", manifest.replace("Bab 1", "Bab\0 1"), true);
        pack("a huge number", "course.yaml", manifest.replace("hours: 16", "hours: 99999999999999999999"), true);
        pack("a day that is none", "course.yaml", manifest.replace("2026-12-01", "2026-99-99"), true);
        pack("a slug that leads out", "course.yaml", manifest.replace("slug: segala", "slug: ../../etc"), true);
        pack("another course's slug", "course.yaml", manifest.replace("slug: segala", "slug: lain"), false);
        pack("two manifests", "lain/course.yaml", manifest, true);
        for (var what : List.of("<script>alert(1)</script>", "<image href='https://x.example/a.png'/>",
                "<a href='javascript:alert(1)'><text>x</text></a>", "<rect onload='alert(1)'/>",
                "<foreignObject><iframe src='//x'/></foreignObject>", "<style>@import url(//x)</style>",
                "<animate attributeName='href' to='javascript:alert(1)'/>", "<use href='//x#a'/>",
                "<handler type='x'>alert(1)</handler>", "<set attributeName='x'/>")) {
            pack("an SVG with " + what, "media/rantai.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
                    + "<title>t</title><desc>d</desc><rect width='9' height='9'/>" + what + "</svg>", true);
        }
        pack("XXE in an SVG", "media/rantai.svg", "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>&x;</svg>", true);
        pack("an SVG that is HTML", "media/rantai.svg", "<html><script>alert(1)</script></html>", true);
        pack("an SVG with a view box without end", "media/rantai.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1.2.3 ....'/>", true);
        pack("HTML among the media", "media/a.html", "<script>alert(1)</script>", true);
        pack("a program among the media", "media/a.exe", "MZ", true);
        pack("a zip among the media", "media/a.zip", raw(entry("a", "b")).bytes(), true);
        pack("a PNG that is HTML", "media/ikan.png", "<html><script>alert(1)</script></html>", true);
        pack("a PDF that is a script", "media/daftar-harga.pdf", "#!/bin/sh\nrm -rf /\n", true);
        pack("a PDF that is cut off", "media/daftar-harga.pdf", "%PDF-1.7\n1 0 obj\n<<", true);
        pack("captions that are HTML", "media/ikan.vtt", "<script>alert(1)</script>", true);
        pack("a capital name", "media/IKAN.png", SamplePack.picture(), true);
        for (var what : List.of("<script>alert(1)</script>", "<img src='file:///etc/passwd'/>",
                "<link rel='x' href='//x'/>", "<style>a{background:url(//x)}</style>", "<iframe src='//x'></iframe>",
                "<p onclick='x'>a</p>", "<a href='javascript:x'>a</a>", "<object data='x'/>", "<meta http-equiv='x'/>",
                "<svg><script>x</script></svg>", "<form action='//x'/>", "<base href='//x'/>")) {
            pack("a sheet with " + what, "sheets/catatan.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><head>"
                    + "<title>t</title></head><body>" + what + "</body></html>", true);
        }
        pack("XXE in a sheet", "sheets/catatan.xhtml", "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body>&x;</body></html>",
                true);
        pack("laughs in a sheet", "sheets/catatan.xhtml", xmlLaughs(), true);
        pack("a sheet without a head", "sheets/catatan.xhtml",
                "<html xmlns='http://www.w3.org/1999/xhtml'><title>t</title></html>", true);
        pack("a sheet in another namespace", "sheets/catatan.xhtml", "<x><title>t</title></x>", true);
        pack("a lesson with scripts", "lessons/bonus.md", "---\ntitle: {id: B, en: B}\nminutes: 1\n---\n"
                + "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n", false);
        pack("a lesson without a front", "lessons/bonus.md", "# B\n", true);
        pack("a question of no kind", "questions/kas.yaml", "- {id: kas-01, title: x, difficulty: mudah, type: bom}\n",
                true);
        pack("a question without a body", "questions/kas.yaml", "- {id: kas-01}\n- x\n- [a]\n", true);
        pack("a question with a number beyond reason", "questions/kas.yaml", """
                - id: kas-01
                  title: x
                  difficulty: mudah
                  type: numeric
                  prompt: p
                  accepted: [{low: 1, high: 1e999999999, fraction: 1, feedback: ''}]
                  otherwise: ''
                  general: ''
                """, true);
        pack("questions of the wrong types", "questions/kas.yaml",
                "- {id: kas-01, title: x, difficulty: mudah, type: cloze, prompt: [1], gaps: x, general: 3}\n", true);
        pack("a topic nobody knows", "questions/lain.gift", "// [id:a] [tag:lain] [tag:mudah]\nA? {T}\n", true);
        pack("a file nobody named", "catatan.txt", "x", true);
    }

    private static String laughs() {
        var yaml = new StringBuilder("a: &a [lol, lol, lol, lol]\n");
        for (var letter = 'b'; letter < 'k'; letter++) {
            var before = (char) (letter - 1);
            yaml.append(letter).append(": &").append(letter).append(" [*").append(before).append(", *").append(before)
                    .append(", *").append(before).append(", *").append(before).append("]\n");
        }
        return yaml.toString();
    }

    private static String xmlLaughs() {
        var xml = new StringBuilder("<!DOCTYPE x [<!ENTITY a 'lol'>");
        for (var letter = 'b'; letter < 'k'; letter++) {
            xml.append("<!ENTITY ").append(letter).append(" '").append(("&" + (char) (letter - 1) + ";").repeat(10))
                    .append("'>");
        }
        return xml.append("]><x>&j;</x>").toString();
    }

    private void questions() {
        for (var text : List.of("", "\n\n\n", "tanpa kurung", "A? {", "A? }{", "A? {}", "A? {{}}", "::::{}", "{=a ~b}",
                "A? {#}", "A? {#1e999999}", "A? {#=%%1}", "A? {=a -> }", "A? {~%200%a ~b}", "A? {~a ~b}", "A? {=a#b#c}",
                "A? {T#a#b#c#d}", "A? {=\\}", "\\", "A? {=%5".repeat(50), "$CATEGORY:", "$CATEGORY: \n{",
                "A? {#999999999999999999999999:1}", "A? {#1..2..3}", "A? {=->=->}", "//", "::a::{T}")) {
            add("GIFT " + Problems.readable(text), ImportKind.QUESTIONS, "a.gift", text, true);
        }
        add("an option without end", ImportKind.QUESTIONS, "a.gift", "A? {=" + "x".repeat(200_000) + " ~b}", true);
        add("a thousand options", ImportKind.QUESTIONS, "a.gift", "A? {=a " + "~b ".repeat(1_000) + "}", true);
        add("braces without end", ImportKind.QUESTIONS, "a.gift", "{".repeat(100_000), true);
        add("a title without end", ImportKind.QUESTIONS, "a.gift", "::" + "a:".repeat(100_000) + "{T}", true);
        add("escapes without end", ImportKind.QUESTIONS, "a.gift", "A? {=" + "\\".repeat(99_999) + "}", true);
        add("ten thousand questions", ImportKind.QUESTIONS, "a.gift", "A? {T}\n\n".repeat(10_000), true);
        add("a script in a question", ImportKind.QUESTIONS, "a.gift",
                "[html]<script>alert(1)</script><p onclick=x>A?</p> {=<img src=x onerror=alert(1)>a ~b}", false);
        add("HTML nested too deep", ImportKind.QUESTIONS, "a.gift",
                "[html]" + "<b><i>".repeat(3_000) + "A? {T}", false);
        add("a question from right to left", ImportKind.QUESTIONS, "a.gift", "::\u202Ebenar::A\u202E? {T}", false);
        add("what hides as an escape", ImportKind.QUESTIONS, "a.gift", "A\uE000\uE007? {=\uE001a ~b}", false);
        add("NUL in GIFT", ImportKind.QUESTIONS, "a.gift", "A\0? {T}", true);
        add("GIFT in UTF-16 without a mark", ImportKind.QUESTIONS, "a.gift",
                "A? {T}".getBytes(StandardCharsets.UTF_16LE), true);
        add("half a letter", ImportKind.QUESTIONS, "a.gift", new byte[] {(byte) 0xFF, (byte) 0xFE, 'A'}, true);
        add("a lone surrogate", ImportKind.QUESTIONS, "a.gift",
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 'A', 0}, true);
        add("bytes of no encoding", ImportKind.QUESTIONS, "a.txt", new byte[] {(byte) 0x81, (byte) 0x8D, 'A'}, true);
        for (var text : List.of("A?\nA. x\n", "ANSWER: A", "A?\nANSWER: A", "A?\nA. x\nB. y\nANSWER: Z",
                "A?\nA. x\nANSWER: A", "A. x\nB. y\nANSWER: A", "A?\nB. x\nC. y\nANSWER: B")) {
            add("Aiken " + Problems.readable(text), ImportKind.QUESTIONS, "a.txt", text + "\nANSWER: Q\n", true);
        }
        for (var name : List.of("a.exe", "a.docx", "a.pdf", "a.php", "a.gift.exe", "a.svg", "a.html")) {
            add("questions in " + name, ImportKind.QUESTIONS, name, "A? {T}", true);
        }
    }

    private void tables() {
        add("a million columns", ImportKind.QUESTIONS, "a.csv", "soal" + ",a".repeat(1_000_000), true);
        add("a million rows", ImportKind.QUESTIONS, "a.csv", "soal\n" + "a\n".repeat(1_000_000), true);
        add("a quote that never ends", ImportKind.QUESTIONS, "a.csv", "soal,A\n\"" + "x\n".repeat(100_000), true);
        add("a field without end", ImportKind.QUESTIONS, "a.csv", "soal,A,B,kunci\n" + "x".repeat(3_000_000), true);
        add("a table without a head", ImportKind.QUESTIONS, "a.csv", "1,2,3\n", true);
        add("a table of nothing", ImportKind.QUESTIONS, "a.csv", ",,,\n,,,\n", true);
        add("weights beyond reason", ImportKind.QUESTIONS, "a.csv",
                "soal,jawaban 1,nilai 1,jawaban 2\na,b,1e99999,c\n", true);
        add("a kind nobody knows", ImportKind.QUESTIONS, "a.csv", "soal,jenis,A,B\na,bom,b,c\n", true);
        add("formulas", ImportKind.QUESTIONS, "a.csv", "soal,A,B,kunci\n=cmd|' /C calc'!A0,+1,-1,A\n", false);
        var head = "<?xml version=\"1.0\"?>";
        var sheet = head + "<worksheet xmlns=\"x\"><sheetData>";
        var parts = new TreeMap<String, byte[]>();
        parts.put("xl/workbook.xml", (head + "<workbook><sheets/></workbook>").getBytes(StandardCharsets.UTF_8));
        excel("a sheet that is no XML", parts, "xl/worksheets/sheet1.xml", "<a>");
        excel("XXE in a sheet", parts, "xl/worksheets/sheet1.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>");
        excel("laughs in shared texts", parts, "xl/sharedStrings.xml", xmlLaughs());
        excel("a shared text without end", parts, "xl/sharedStrings.xml",
                "<sst><si><t>" + "x".repeat(1_000_000) + "</t></si></sst>");
        excel("shared texts without end", parts, "xl/sharedStrings.xml",
                "<sst>" + "<si><t>x</t></si>".repeat(600_000) + "</sst>");
        excel("rows without end", parts, "xl/worksheets/sheet1.xml", sheet
                + "<row><c t='inlineStr'><is><t>x</t></is></c></row>".repeat(6_000) + "</sheetData></worksheet>");
        excel("a column far away", parts, "xl/worksheets/sheet1.xml", sheet
                + "<row><c r='ZZZZZZZZZZZZ1'><v>1</v></c></row></sheetData></worksheet>");
        excel("a text that is not there", parts, "xl/worksheets/sheet1.xml", sheet
                + "<row><c t='s'><v>99999999999</v></c></row></sheetData></worksheet>");
        excel("cells outside rows", parts, "xl/worksheets/sheet1.xml", sheet
                + "<c r='A1'><v>1</v></c></sheetData></worksheet>");
        excel("a nest without end", parts, "xl/worksheets/sheet1.xml", "<a>".repeat(100_000));
        excel("a workbook that is a folder", parts, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship/>");
    }

    private void excel(String what, Map<String, byte[]> parts, String part, String xml) {
        var all = new TreeMap<>(parts);
        all.put(part, xml.getBytes(StandardCharsets.UTF_8));
        add(what, ImportKind.QUESTIONS, "a.xlsx", packed(all), true);
    }

    private void words() {
        word("XXE in a document", new WordFile().put("word/footnotes.xml",
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"), true);
        word("laughs in a document", new WordFile().put("word/comments.xml", xmlLaughs()), true);
        word("a nest without end", new WordFile().raw("<w:sdt><w:sdtContent>".repeat(400)
                + "</w:sdtContent></w:sdt>".repeat(400)), true);
        word("a document without end", new WordFile().raw("<w:p/>".repeat(900_000)), true);
        word("no numbers where numbers are", new WordFile().raw("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='x'/>"
                + "</w:tcPr><w:p/></w:tc></w:tr></w:tbl>"), true);
        word("a picture that is not there", new WordFile().paragraph(null, WordFile.picture("rIdX", "x")), true);
        word("a picture from elsewhere", new WordFile().relation("rIdX", "image", "https://x.example/a.png", true)
                .paragraph(null, "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
                        + "<a:blip r:link='rIdX'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>"
                        + "</w:drawing></w:r>"), true);
        word("a template from elsewhere", new WordFile().relation("rIdT", "attachedTemplate", "https://x/e.dotm", true)
                .paragraph(null, WordFile.run("a")), false);
        word("a picture that is HTML", new WordFile().relation("rIdP", "image", "media/a.png", false)
                .put("word/media/a.png", "<script>alert(1)</script>")
                .paragraph(null, WordFile.run("a") + WordFile.picture("rIdP", "x")), false);
        word("a link that runs", new WordFile().relation("rIdL", "hyperlink", "javascript:alert(1)", true)
                .paragraph(null, "<w:hyperlink r:id='rIdL'>" + WordFile.run("klik") + "</w:hyperlink>"), false);
        word("a link into the machine", new WordFile().relation("rIdL", "hyperlink", "file:///etc/passwd", true)
                .paragraph(null, "<w:hyperlink r:id='rIdL'>" + WordFile.run("klik") + "</w:hyperlink>"), false);
        word("HTML as text", new WordFile().paragraph(null, WordFile.run("&lt;script&gt;alert(1)&lt;/script&gt;")),
                false);
        word("CommonMark as text", new WordFile().paragraph(null, WordFile.run("[x](javascript:alert(1)) ![a](b)")),
                false);
        word("macros", new WordFile().put("word/vbaProject.bin", "x").paragraph(null, WordFile.run("a")), false);
        word("nothing in it", new WordFile(), true);
        word("a text from right to left", new WordFile().paragraph("Judul1", WordFile.run("\u202Ecod.exe"))
                .paragraph(null, WordFile.run("a")), false);
        word("a table that spans the world", new WordFile().raw("<w:tbl><w:tr><w:tc><w:tcPr>"
                + "<w:gridSpan w:val='99999999'/></w:tcPr><w:p>" + WordFile.run("a") + "</w:p></w:tc></w:tr></w:tbl>"),
                false);
        add("an old Word file", ImportKind.LESSONS, "a.doc",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1}, true);
        add("a document that is HTML", ImportKind.LESSONS, "a.docx", "<html><script>x</script></html>", true);
        add("a document that is RTF", ImportKind.LESSONS, "a.docx", "{\\rtf1 x}", true);
    }

    private void word(String what, WordFile word, boolean refused) {
        add(what, ImportKind.LESSONS, "a.docx", word.bytes(), refused);
    }

    private void markdowns() {
        for (var text : List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
                "![a](javascript:alert(1))", "<svg/onload=alert(1)>", "<iframe src=//x></iframe>",
                "[a]: javascript:alert(1)\n\n[a]", "<a href=\"data:text/html,x\">a</a>", "![a](data:image/svg+xml,x)",
                "<details open ontoggle=alert(1)>", "<!-- <script> -->", "<style>@import '//x'</style>a",
                "# A\n\n<math><mtext></mtext></math>", "`<script>`", "[a](vbscript:x)", "![a](file:///etc/passwd)",
                "![a](../../../../etc/passwd)", "<![CDATA[x]]>", "a\u202Eb", "> ".repeat(400) + "a",
                "- ".repeat(400) + "a", "*a **b ".repeat(4_000), "[".repeat(20_000), "![".repeat(10_000),
                "`".repeat(20_000) + "a", "|a".repeat(2_000) + "\n" + "|-".repeat(2_000) + "\n|x",
                "<b>".repeat(5_000), "# " + "a".repeat(100_000))) {
            add("Markdown " + Problems.readable(text), ImportKind.LESSONS, "a.md", "Teks.\n\n" + text + "\n", false);
        }
        add("Markdown of nothing", ImportKind.LESSONS, "a.md", "\n \n", true);
        add("front matter that makes objects", ImportKind.LESSONS, "a.md",
                "---\ntitle: !!javax.script.ScriptEngineManager []\n---\na\n", true);
        add("laughs in front", ImportKind.LESSONS, "a.md", "---\n" + laughs() + "---\na\n", true);
        add("a front that never ends", ImportKind.LESSONS, "a.md", "---\ntitle: x\n", false);
        add("a lesson without end", ImportKind.LESSONS, "a.md", "kata ".repeat(500_000), true);
        add("NUL in a lesson", ImportKind.LESSONS, "a.md", "a\0b", true);
        for (var name : List.of("a.html", "a.exe", "a.svg", "a", "a.pdf", "a.odt", "\u202Edm.a", "con.md.exe")) {
            add("a lesson in " + Problems.readable(name), ImportKind.LESSONS, name, "# A\n\nb\n", true);
        }
    }

    /** What arrives when a line breaks or a disk fails. */
    private void harmed() {
        var random = new Random(SEED);
        var pack = packed(SamplePack.files());
        var word = new WordFile().relation("rIdP", "image", "media/a.png", false)
                .put("word/media/a.png", SamplePack.picture()).paragraph("Judul1", WordFile.run("Suhu"))
                .paragraph(null, WordFile.run("a") + WordFile.picture("rIdP", "x")).bytes();
        var excel = new ByteArrayOutputStream();
        QuestionFiles.excel(QuestionFiles.examples(Locale.ENGLISH), Locale.ENGLISH, excel);
        var gift = SamplePack.gift().getBytes(StandardCharsets.UTF_8);
        for (var part = 1; part < 12; part++) {
            cut("paket.zip", ImportKind.PACK, pack, part / 12.0);
            cut("a.docx", ImportKind.LESSONS, word, part / 12.0);
            cut("a.xlsx", ImportKind.QUESTIONS, excel.toByteArray(), part / 12.0);
        }
        for (var time = 0; time < 25; time++) {
            flip("paket.zip", ImportKind.PACK, pack, random);
            flip("a.docx", ImportKind.LESSONS, word, random);
            flip("a.xlsx", ImportKind.QUESTIONS, excel.toByteArray(), random);
            flip("a.gift", ImportKind.QUESTIONS, gift, random);
        }
        for (var time = 0; time < 10; time++) {
            var noise = new byte[1 + random.nextInt(5_000)];
            random.nextBytes(noise);
            noise[0] = (byte) 0x81;
            add("noise", ImportKind.values()[time % 3], time % 2 == 0 ? "a.zip" : "a.csv", noise, true);
        }
    }

    private void cut(String name, ImportKind kind, byte[] whole, double part) {
        add("cut off at " + Math.round(part * 100) + " %", kind, name,
                Arrays.copyOf(whole, (int) (whole.length * part)), true);
    }

    private void flip(String name, ImportKind kind, byte[] whole, Random random) {
        var bytes = whole.clone();
        for (var time = 0; time < 3; time++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        add("three bits fell", kind, name, bytes, false);
    }
}
