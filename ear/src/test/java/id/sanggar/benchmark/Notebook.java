package id.sanggar.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is measured, as it comes: on the terminal and, line by line, in a file that stays when the terminal goes. In the
 * end all figures once more, each beside what it cannot be better than and what it must not exceed.
 */
final class Notebook {

    private final Path file;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param bare the same done by bare SQL; 0 if there is nothing to compare with
     * @param most what it must not exceed; 0 if nobody said
     */
    private record Figure(String name, String unit, double measured, double bare, double most) {

        boolean isHeld() {
            return measured <= most;
        }

        String verdict() {
            return most == 0 ? "" : isHeld() ? "yes" : "**no**";
        }
    }

    /** Begins it anew. */
    Notebook(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
    }

    void line(String pattern, Object... values) {
        var line = String.format(Locale.ROOT, pattern, values);
        System.out.println(line);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void figure(String name, String unit, double measured, double bare, double most) {
        figures.add(new Figure(name, unit, measured, bare, most));
    }

    /** Something that could not be measured holds nothing. */
    void missing(String name) {
        figures.add(new Figure(name, "", Double.NaN, 0, Double.MIN_VALUE));
    }

    void summary() {
        line("");
        line("| figure | measured | bare limit | ratio | at most | held |");
        line("|---|---:|---:|---:|---:|---|");
        for (var figure : figures) {
            if (Double.isNaN(figure.measured)) {
                line("| %s | not measured | | | | **no** |", figure.name);
            } else {
                line("| %s | %s | %s | %s | %s | %s |", figure.name, value(figure.measured, figure.unit),
                        figure.bare == 0 ? "" : value(figure.bare, figure.unit),
                        figure.bare == 0 ? "" : String.format(Locale.ROOT, "%.2f", figure.measured / figure.bare),
                        figure.most == 0 ? "" : value(figure.most, figure.unit), figure.verdict());
            }
        }
        var promised = figures.stream().filter(figure -> figure.most != 0).toList();
        line("");
        line("%d of %d held. All of this is in %s", promised.stream().filter(Figure::isHeld).count(), promised.size(),
                file.toAbsolutePath().normalize());
    }

    private static String value(double number, String unit) {
        return String.format(Locale.ROOT, unit.equals("s") || number < 10 ? "%.1f" : "%.0f", number) + " " + unit;
    }
}
