package id.sanggar.insight;

import static org.assertj.core.api.Assertions.assertThat;

import id.sanggar.identity.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TileMapTest {

    private static final Path CONTENT = Path.of("../content");

    static Stream<Path> drawings() throws IOException {
        return Files.list(CONTENT.resolve("maps")).sorted();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void aDrawingHasEveryRegionOfItsAreaOnceAndNoOther(Path drawing) throws IOException {
        var map = TileMap.of(Files.readString(drawing));
        var area = drawing.getFileName().toString().replaceAll("\\D", "");
        var digits = map.codes().get(0).length();
        assertThat(map.codes()).containsExactlyInAnyOrderElementsOf(codes(area, digits));
        assertThat(map.cells().stream().filter(Objects::nonNull).map(TileMap.Tile::sign)).doesNotHaveDuplicates()
                .allMatch(sign -> sign.matches("[A-Z]{2,3}"));
        assertThat(map.cells().size() % map.columns()).isZero();
    }

    private static List<String> codes(String area, int digits) throws IOException {
        var file = digits == 2 ? "provinces" : digits == 4 ? "regencies" : "districts";
        try (var lines = Files.lines(CONTENT.resolve("regions").resolve(file + ".csv"))) {
            return lines.skip(1).map(line -> line.split(",")[0].replace(".", ""))
                    .filter(code -> code.startsWith(area)).toList();
        }
    }

    @Test
    void aPartIsCutOutWithNothingAroundIt() {
        var map = TileMap.of("""
                # a remark
                .       .       1101/A  .
                1201/B  1102/C  .       1103/D
                """).within("11");
        assertThat(map.columns()).isEqualTo(3);
        assertThat(map.cells()).map(tile -> tile == null ? "." : tile.sign())
                .containsExactly(".", "A", ".", "C", ".", "D");
    }

    @Test
    void whatNobodyDrewStandsInOrderAndSaysSo() {
        var map = TileMap.inOrder(List.of(new Region("7501", "Kabupaten Gorontalo"),
                new Region("7502", "Kabupaten Boalemo"), new Region("7571", "Kota Gorontalo")));
        assertThat(map.placed()).isFalse();
        assertThat(map.codes()).containsExactly("7501", "7502", "7571");
        assertThat(map.cells()).map(TileMap.Tile::sign).doesNotHaveDuplicates();
    }
}
