package id.sanggar.exchange;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A small course with everything a pack can hold. */
final class SamplePack {

    private static final String MANIFEST = """
            slug: segala
            code: SGL
            language: id
            organisation: nslic
            title: {id: 'Segala: dari awal', en: Everything}
            summary: {id: Ringkas, en: 'yes'}
            outcomes:
              - {id: Bisa, en: Can}
            level: beginner
            hours: 16
            passMark: 60
            audience: public
            certificate: completion
            topics:
              - {slug: suhu, title: {id: Suhu, en: Temperature}}
              - {slug: kas, title: {id: Kas, en: Cash}}
            sections:
              - slug: bab-1
                title: {id: Bab 1, en: Chapter 1}
                activities:
                  - {lesson: suhu-aman}
                  - {lesson: bonus, completion: none, requires: [suhu-aman], opensOn: 2026-12-01}
                  - {sheet: catatan, title: {id: Catatan, en: Record}, minutes: 10}
                  - {sheet: formulir, title: {id: Formulir, en: Form}, requires: [kuis]}
                  - sheet: harga
                    file: daftar-harga.pdf
                    title: {id: Daftar harga bahan di pasar pagi, en: Prices at the morning market}
                  - quiz: kuis
                    title: {id: Kuis, en: Quiz}
                    purpose: section
                    minutes: 8
                    completion: passed
                    timeLimit: 20
                    attempts: 3
                    passMark: 70
                    layout: one
                    review: after
                    draw:
                      - {topic: suhu, count: 2}
                      - {topic: kas, count: 1}
                  - quiz: kuis-lengkap
                    title: {id: Kuis lengkap, en: Full quiz}
                    purpose: posttest
                    minutes: 9
                    completion: submitted
                    topics: [kas, suhu]
                    outcomes: [Bisa]
                    passMark: 60
                    layout: all
                    review: {marks: after, answers: last, feedback: never}
                    shuffleQuestions: true
                    shuffleOptions: false
                    delay: 90
                    grace: 5
                    closesOn: 2027-01-31
                    anonymous: true
                    secondMarker: true
                    parts:
                      - title: Bagian A
                        slots:
                          - {question: suhu-01, mark: 2}
                          - {topic: suhu, tag: dingin, difficulty: easy, count: 1, mark: 3}
                      - slots:
                          - {difficulty: medium, count: 3}
            """;
    private static final String LESSON = """
            ---
            title: {id: Suhu aman, en: Safe temperatures}
            minutes: 6
            topics: [suhu]
            outcomes:
              - Menyebut batas suhu
            ---
            Ukur. Lihat [lembar](sheet:catatan) dan [harga](media:daftar-harga.pdf).

            ![Grafik suhu](media:rantai.svg "Rantai suhu")

            ![Ikan di kotak es](media:ikan.png)

            ![Periksa pemahaman Anda](question:suhu-01)
            """;
    private static final String BONUS = """
            ---
            title: {id: Bonus, en: Bonus}
            minutes: 1
            ---
            Tambahan.
            """;
    private static final String GIFT = """
            // [id:suhu-01] [tag:suhu] [tag:mudah] [tag:dingin] [category:Pangan/Dingin]
            ::Dingin::Berapa? {
              =Di bawah 5 °C
              ~Sekitar 10 °C # Belum tepat.
              ####Sumber\\: aturan.
            }

            // [id:suhu-02] [tag:suhu] [tag:sedang] [state:draft]
            ::Dua::Pilih dua. {
              ~%50%a # ya
              ~%50%b
              ~%-50%c # bukan
              ####Aturan.
            }

            // [id:suhu-03] [tag:suhu] [tag:sulit]
            ::Benar::Benarkah? {
              F
              # salah
              # betul
              ####Aturan.
            }

            // [id:suhu-04] [tag:suhu] [tag:sedang]
            ::Kata::Apa? {
              =histamin # Benar.
              =%50%racun # Kurang tepat.
              ####Aturan.
            }

            // [id:suhu-05] [tag:suhu] [tag:sedang]
            ::Angka::Berapa? {#
              =68..72 # Benar.
              =%0%12 # Kalikan.
              ~ # Hitung lagi.
              ####Aturan.
            }

            // [id:suhu-06] [tag:suhu] [tag:sedang]
            ::Pasangan::Pasangkan. {
              =a -> 1
              =b -> 2
              =c -> 1
              = -> 3
              ####Aturan.
            }
            """;
    private static final String YAML = """
            - id: kas-01
              title: Urutan
              difficulty: mudah
              tags: [abon]
              category: [Pangan]
              state: in-review
              type: ordering
              prompt: Urutkan langkahnya.
              items: [Kukus, Suwir, Bumbui]
              general: Aturan.
            - id: kas-02
              title: Isian
              difficulty: sedang
              type: cloze
              prompt: Antara [[1]] °C dan [[2]].
              gaps:
                - accepted: [{text: '5', fraction: 1, feedback: ''}]
                  chosen: false
                  forgiving: true
                  otherwise: Baca lagi.
                - accepted:
                    - {text: rak, fraction: 0, feedback: Kering.}
                    - {text: kulkas, fraction: 1.0, feedback: ''}
                  chosen: true
                  forgiving: false
                  otherwise: ''
              general: Aturan.
            - id: kas-03
              title: Titik
              difficulty: sulit
              type: hotspot
              prompt: Di mana?
              picture: rantai.svg
              alt: Denah
              regions:
                - {name: Bak, outline: [{x: 0, y: 0}, {x: 3000, y: 4000}], fraction: 0.5, feedback: Hampir.}
                - name: Meja
                  outline: [{x: 5000, y: 5000}, {x: 9000, y: 5000}, {x: 7, y: 9000}]
                  fraction: 1
                  feedback: ''
              otherwise: ''
              general: Aturan.
            - id: kas-04
              title: Esai
              difficulty: sedang
              type: essay
              prompt: "Ceritakan.\\n\\nDua alinea."
              leastWords: 5
              mostWords: 200
              general: Aturan.
              rubric:
                - name: Isi
                  levels: [{text: Belum, points: 0}, {text: Lengkap, points: 4}]
            - id: kas-05
              title: Periksa
              difficulty: sedang
              type: checklist
              prompt: Periksa dapur.
              elements: [Lantai, Air]
              rules: [{level: I, minor: 1, major: 1, serious: 0, critical: 0}, {level: II}]
              expected: [MINOR, NONE]
              general: Aturan.
            - id: kas-06
              title: Foto
              difficulty: sedang
              type: photo
              prompt: Foto rak.
              least: 1
              most: 3
              general: Aturan.
              rubric:
                - name: Isi
                  levels: [{text: Belum, points: 0}, {text: Lengkap, points: 4}]
            - id: kas-07
              title: Satuan
              difficulty: sedang
              type: numeric
              prompt: Berapa?
              accepted: [{low: 68, high: 72.50, fraction: 1, feedback: ''}]
              units: [{name: kg, factor: 1}, {name: g, factor: 0.001}]
              unitRequired: true
              otherwise: ''
              general: Aturan.
            """;
    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200">
              <title>Rantai</title><desc>Suhu naik</desc>
              <rect width="360" height="200" fill="#fff"/>
            </svg>
            """;
    private static final String SHEET = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="id"><head><title>Catatan</title></head>
            <body><h1>Catatan</h1></body></html>
            """;

    private SamplePack() {
    }

    static SortedMap<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        put(files, "course.yaml", MANIFEST);
        put(files, "lessons/suhu-aman.md", LESSON);
        put(files, "lessons/bonus.md", BONUS);
        put(files, "questions/suhu.gift", GIFT);
        put(files, "questions/kas.yaml", YAML);
        put(files, "media/rantai.svg", DRAWING);
        put(files, "sheets/catatan.xhtml", SHEET);
        files.put("segala/media/ikan.png", picture());
        files.put("segala/media/daftar-harga.pdf", pdf());
        files.put("segala/sheets/formulir.pdf", pdf());
        return files;
    }

    static String gift() {
        return GIFT;
    }

    static String manifest() {
        return MANIFEST;
    }

    private static void put(SortedMap<String, byte[]> files, String path, String text) {
        files.put("segala/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] picture() {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] pdf() {
        try (var document = new PDDocument()) {
            var out = new ByteArrayOutputStream();
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
