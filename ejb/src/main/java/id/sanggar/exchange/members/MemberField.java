package id.sanggar.exchange.members;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a table of members may tell, in the order in which our own tables have them. */
public enum MemberField {
    NAME("nama", "namalengkap", "namapeserta", "namaanggota", "name", "fullname", "namasesuaiktp"),
    NIK("nik", "noktp", "nomorktp", "nonik", "nomorindukkependudukan", "ktp"),
    PHONE("telepon", "nohp", "hp", "nomorhp", "notelp", "notelepon", "nomortelepon", "nowa", "whatsapp", "phone",
            "handphone", "mobile", "nomorwhatsapp", "teleponhp"),
    EMAIL("email", "surel", "alamatemail", "alamatsurel", "mail"),
    GENDER("jeniskelamin", "jeniskelaminlp", "kelamin", "gender", "jk", "lp", "sex"),
    BIRTH("tahunlahir", "tanggallahir", "tgllahir", "lahir", "birthyear", "birthdate", "dateofbirth", "born"),
    REGENCY("kabupaten", "kota", "kabupatenkota", "kabkota", "kotakabupaten", "regency", "city"),
    DISTRICT("kecamatan", "kec", "district"),
    VILLAGE("kelurahan", "desa", "kelurahandesa", "desakelurahan", "village", "kel"),
    REGION("kodewilayah", "kodekelurahan", "kodedesa", "kodekecamatan", "regioncode", "kode"),
    BUSINESS("usaha", "namausaha", "namaumkm", "business", "businessname", "merek"),
    PRODUCTS("produk", "products", "product", "jenisproduk", "jenisusaha"),
    KBLI("kbli", "kodekbli"),
    NIB("nib", "nomorindukberusaha", "nonib"),
    PIRT("pirt", "nopirt", "nomorpirt", "sppirt"),
    PIRT_EXPIRES("pirtberlakusampai", "masaberlakupirt", "pirtexpires", "pirtsampai"),
    HALAL("halal", "nohalal", "sertifikathalal", "nomorhalal", "halalcertificate"),
    HALAL_EXPIRES("halalberlakusampai", "masaberlakuhalal", "halalexpires", "halalsampai"),
    EMPLOYEES("karyawan", "jumlahkaryawan", "pegawai", "tenagakerja", "jumlahtenagakerja", "employees"),
    TURNOVER("omzet", "omzetbulanan", "omset", "omzetperbulan", "turnover", "monthlyturnover"),
    ROLE("peran", "perandiusaha", "role", "jabatan", "roleinthebusiness"),
    COHORT("angkatan", "kelas", "cohort", "batch"),
    PARTNER("mitra", "partner", "kolaborator", "organisasi", "organisation");

    /** Longest heading that is remembered. */
    static final int LONGEST_HEADING = 80;

    private final List<String> headings;

    MemberField(String... headings) {
        this.headings = List.of(headings);
    }

    /** As headings are compared: letters and digits alone, in lower case. */
    static String key(String heading) {
        var key = new StringBuilder();
        heading.toLowerCase(Locale.ROOT).chars()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST_HEADING)
                .forEach(letter -> key.append((char) letter));
        return key.toString();
    }

    private static Optional<MemberField> guess(String key) {
        return Stream.of(values()).filter(field -> field.headings.contains(key)).findFirst();
    }

    /**
     * Which column is what: as it was the last time a table of that partner's had such a heading, else as headings are
     * usually written. The first of two columns that could be the same is it.
     *
     * @param remembered by {@link #key}; empty for a column that tells nothing of these
     */
    static Map<MemberField, Integer> guess(List<String> headings, Map<String, Optional<MemberField>> remembered) {
        var mapping = new EnumMap<MemberField, Integer>(MemberField.class);
        var keys = new ArrayList<String>();
        headings.forEach(heading -> keys.add(key(heading)));
        for (var column = 0; column < keys.size(); column++) {
            var key = keys.get(column);
            var known = remembered.get(key);
            var field = known == null ? guess(key) : known;
            if (field.isPresent()) {
                mapping.putIfAbsent(field.get(), column);
            }
        }
        return Collections.unmodifiableMap(mapping);
    }
}
