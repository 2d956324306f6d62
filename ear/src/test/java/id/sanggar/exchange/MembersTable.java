package id.sanggar.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A partner's table of invented people and businesses in Jakarta, any number of them and always the same: as it is
 * brought by a collector who has filled in nearly everything.
 */
public final class MembersTable {

    private static final String[] FIRST = {"Siti", "Budi", "Rahma", "Agus", "Dewi", "Hendra", "Nur", "Yanti", "Rizal",
            "Wulan", "Eko", "Fitri", "Joko", "Mega", "Putra", "Ratih", "Surya", "Tuti", "Vina", "Zaki"};
    private static final String[] LAST = {"Aminah", "Santoso", "Wijaya", "Lestari", "Pratama", "Hidayat", "Kusuma",
            "Saputra", "Handayani", "Nugroho", "Maharani", "Firmansyah", "Rahayu", "Setiawan", "Anggraini", "Gunawan"};
    private static final String[] GOODS = {"abon", "keripik pisang", "kopi bubuk", "kue basah", "sambal", "roti",
            "tempe", "stik jagung"};
    private static final String[] BANDS = {"di bawah 5 juta", "5-25 juta", "25-50 juta", "50-200 juta"};
    private static final int[] KBLI = {10710, 10750, 10761, 10772, 10792, 10793, 10794};

    private static final int SERIALS = 9_999;

    private final List<String> villages;
    private final int partners;

    /**
     * @param villages codes of where they live
     * @param partners how many organisations {@code mitra-001}… serve them
     */
    public MembersTable(List<String> villages, int partners) {
        this.villages = List.copyOf(villages);
        this.partners = partners;
    }

    /** As CSV, with headings. */
    public byte[] csv(int people) {
        var table = new StringBuilder("Nama;NIK;Telepon;Jenis kelamin;Tahun lahir;Kode wilayah;Nama usaha;Produk;KBLI;"
                + "NIB;Jumlah karyawan;Omzet per bulan;Mitra\r\n");
        for (var number = 1; number <= people; number++) {
            add(table, number);
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void add(StringBuilder table, int number) {
        var random = new Random(number);
        var village = villages.get(random.nextInt(villages.size()));
        var woman = random.nextInt(100) < 64;
        // With the serial number it keeps all numbers of cards apart.
        var year = 1960 + number / SERIALS % 46;
        var name = FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
        var goods = GOODS[random.nextInt(GOODS.length)];
        table.append(name).append(';')
                .append(village, 0, 6).append(digits("%02d", 1 + random.nextInt(28) + (woman ? 40 : 0)))
                .append(digits("%02d", 1 + random.nextInt(12))).append(digits("%02d", year % 100))
                .append(digits("%04d", 1 + number % SERIALS)).append(';')
                .append("08").append(digits("%010d", 1_100_000_000L + number)).append(';')
                .append(woman ? 'P' : 'L').append(';').append(year).append(';').append(village).append(';')
                .append("Dapur ").append(name, 0, name.indexOf(' ')).append(' ').append(number).append(';')
                .append(goods).append(';').append(KBLI[random.nextInt(KBLI.length)]).append(';')
                .append(number % 3 == 0 ? "" : digits("%013d", 1_000_000_000_000L + number)).append(';')
                .append(random.nextInt(6)).append(';').append(BANDS[random.nextInt(BANDS.length)]).append(';')
                .append(partners == 0 ? "" : digits("mitra-%03d", 1 + number % partners)).append("\r\n");
    }

    private static String digits(String pattern, long number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
