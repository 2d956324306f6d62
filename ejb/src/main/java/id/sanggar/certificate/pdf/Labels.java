package id.sanggar.certificate.pdf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What a file says about itself: the XMP packet and the older information dictionary. */
final class Labels {

    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
            xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>%s</pdfaid:conformance>
            <dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>id</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
            <pdf:Producer>Sanggar</pdf:Producer><xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>
            </rdf:Description>%s</rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    private static final String ACCESSIBLE = """

            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" \
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfuaid:part>1</pdfuaid:part>
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li>
            </rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
            """;

    private static final String[] TAGGED = XMP.formatted("A", "\0", "\0", ACCESSIBLE).split("\0");
    private static final String[] UNTAGGED = XMP.formatted("B", "\0", "\0", "").split("\0");

    private Labels() {
    }

    static Pen metadata(int object, String title, LocalDate created, boolean tagged, Pen pen) {
        String[] parts = tagged ? TAGGED : UNTAGGED;
        String packet = parts[0] + escaped(title) + parts[1] + created + parts[2];
        byte[] bytes = packet.getBytes(StandardCharsets.UTF_8);
        return pen.number(object).put(" 0 obj\n<</Type/Metadata/Subtype/XML/Length ").number(bytes.length)
                .put(">>stream\n").put(bytes).put("\nendstream\nendobj\n");
    }

    static Pen information(int object, String title, LocalDate created, Pen pen) {
        return pen.number(object).put(" 0 obj\n<</Title").text(title).put("/Producer(Sanggar)/CreationDate(D:")
                .put(digits(created)).put("000000Z)>>\nendobj\n");
    }

    /** A day as PDF writes it. */
    static String digits(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
