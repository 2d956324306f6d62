package id.sanggar.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Makes Word documents as Word would, part by part. */
final class WordFile {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String NAMESPACES = """
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" """;
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final TreeMap<String, byte[]> parts = new TreeMap<>();
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();

    WordFile() {
        put("[Content_Types].xml", HEAD + """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="png" ContentType="image/png"/>\
                <Override PartName="/word/document.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
                </Types>""");
        put("_rels/.rels", HEAD
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"word/document.xml\"/>"
                + "</Relationships>");
        put("word/styles.xml", HEAD + "<w:styles " + NAMESPACES + ">" + style("Judul1", "heading 1")
                + style("Judul2", "heading 2") + style("Judul", "Title") + style("Keterangan", "caption")
                + style("Heading3", "Heading 3") + "</w:styles>");
        put("word/numbering.xml", HEAD + "<w:numbering " + NAMESPACES + """
                ><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>\
                <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>\
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>\
                </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
                <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>""");
        relation("rIdS", "styles", "styles.xml", false);
        relation("rIdN", "numbering", "numbering.xml", false);
    }

    private static String style(String id, String name) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/></w:style>";
    }

    WordFile put(String part, String text) {
        return put(part, text.getBytes(StandardCharsets.UTF_8));
    }

    WordFile put(String part, byte[] bytes) {
        parts.put(part, bytes);
        return this;
    }

    WordFile relation(String id, String type, String target, boolean external) {
        relations.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(OFFICE).append('/').append(type)
                .append("\" Target=\"").append(target).append('"').append(external ? " TargetMode=\"External\"" : "")
                .append("/>");
        return this;
    }

    /** @param style null for plain text */
    WordFile paragraph(String style, String runs) {
        body.append("<w:p>").append(style == null ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>")
                .append(runs).append("</w:p>");
        return this;
    }

    WordFile item(int list, int level, String text) {
        body.append("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"").append(level).append("\"/><w:numId w:val=\"").append(list)
                .append("\"/></w:numPr></w:pPr>").append(run(text)).append("</w:p>");
        return this;
    }

    WordFile raw(String xml) {
        body.append(xml);
        return this;
    }

    static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String bold(String text) {
        return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String picture(String relation, String words) {
        return "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" descr=\"" + words + "\"/><a:graphic>"
                + "<a:graphicData uri=\"x\"><pic:pic><pic:blipFill><a:blip r:embed=\"" + relation
                + "\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    }

    static String table(String... cells) {
        var table = new StringBuilder("<w:tbl>");
        for (var row : cells) {
            table.append("<w:tr>");
            for (var cell : row.split("\\|")) {
                table.append("<w:tc><w:p>").append(run(cell)).append("</w:p></w:tc>");
            }
            table.append("</w:tr>");
        }
        return table.append("</w:tbl>").toString();
    }

    byte[] bytes() {
        put("word/document.xml", HEAD + "<w:document " + NAMESPACES + "><w:body>" + body
                + "</w:body></w:document>");
        put("word/_rels/document.xml.rels", HEAD
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>");
        try {
            var out = new ByteArrayOutputStream();
            PackZip.write(parts, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
