package id.sanggar.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.identity.Region.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTableTest {

    private static final RegionTable TABLE = new RegionTable(List.of(
            new Region("31", "Daerah Khusus Ibukota Jakarta"), new Region("32", "Jawa Barat"),
            new Region("3101", "Kabupaten Administrasi Kepulauan Seribu"),
            new Region("3175", "Kota Administrasi Jakarta Timur"), new Region("3204", "Kabupaten Bandung"),
            new Region("3273", "Kota Bandung"), new Region("317504", "Kramatjati"), new Region("317505", "Pasar Rebo"),
            new Region("3175041001", "Kramatjati"), new Region("3175041002", "Tengah"),
            new Region("3175051002", "Baru")));

    @Test
    void aRegionIsFoundByItsCode() {
        assertThat(TABLE.find("3175041002")).map(Region::name).contains("Tengah");
        assertThat(TABLE.find("3175041003")).isEmpty();
        assertThat(TABLE.find("317")).isEmpty();
        assertThat(TABLE.find("")).isEmpty();
    }

    @Test
    void anAreaListsWhatLiesInIt() {
        assertThat(TABLE.in("3175", Level.DISTRICT)).extracting(Region::code).containsExactly("317504", "317505");
        assertThat(TABLE.in("31", Level.VILLAGE)).hasSize(3);
        assertThat(TABLE.in("", Level.PROVINCE)).hasSize(2);
        assertThat(TABLE.in("33", Level.REGENCY)).isEmpty();
    }

    @Test
    void aNameIsFoundHoweverItIsWritten() {
        for (var name : List.of("KRAMAT JATI", "kramatjati", "Kec. Kramat-Jati", "Kecamatan  Kramatjati")) {
            assertThat(TABLE.named(name, Level.DISTRICT, "31")).as(name).extracting(Region::code)
                    .containsExactly("317504");
        }
        for (var name : List.of("Jakarta Timur", "Kota Adm. Jakarta Timur", "KOTA JAKARTA TIMUR")) {
            assertThat(TABLE.named(name, Level.REGENCY, "31")).as(name).extracting(Region::code)
                    .containsExactly("3175");
        }
        assertThat(TABLE.named("Kep. Seribu", Level.REGENCY, "")).extracting(Region::code).containsExactly("3101");
        assertThat(TABLE.named("DKI Jakarta", Level.PROVINCE, "")).extracting(Region::code).containsExactly("31");
        assertThat(TABLE.named("Kel. Baru", Level.VILLAGE, "317505")).extracting(Region::code)
                .containsExactly("3175051002");
    }

    @Test
    void aNameThatTwoRegionsHaveIsNotDecidedByChance() {
        assertThat(TABLE.named("Bandung", Level.REGENCY, "32")).extracting(Region::code)
                .containsExactly("3204", "3273");
        assertThat(TABLE.named("Kab. Bandung", Level.REGENCY, "32")).extracting(Region::code).containsExactly("3204");
        assertThat(TABLE.named("KOTA BANDUNG", Level.REGENCY, "")).extracting(Region::code).containsExactly("3273");
    }

    @Test
    void aNameIsLookedForOnlyWhereItIsAskedFor() {
        assertThat(TABLE.named("Tengah", Level.VILLAGE, "317505")).isEmpty();
        assertThat(TABLE.named("Kramatjati", Level.VILLAGE, "317504")).extracting(Region::code)
                .containsExactly("3175041001");
        assertThat(TABLE.named("", Level.VILLAGE, "")).isEmpty();
        assertThat(TABLE.named("Kota", Level.REGENCY, "")).isEmpty();
    }

    @Test
    void aRegionKnowsWhereItLies() {
        assertThat(new Region("3175041002", "Tengah").parent()).isEqualTo("317504");
        assertThat(new Region("31", "Jakarta").parent()).isEmpty();
        assertThat(new Region("317504", "Kramatjati").within("3175")).isTrue();
    }
}
