package id.sanggar.course;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The boxes that interrupt a lesson. In the source they carry the names GitHub gives them. */
enum AlertKind {
    /** To be remembered. */
    IMPORTANT("key"),
    /** To be tried at once. */
    TIP("tip"),
    /** A worked example. */
    NOTE("example"),
    /** What goes wrong easily. */
    WARNING("warning"),
    /** The rule it rests on, and its year. */
    CAUTION("source");

    private final String cssClass;

    AlertKind(String cssClass) {
        this.cssClass = cssClass;
    }

    static Optional<AlertKind> of(String mark) {
        return Arrays.stream(values()).filter(kind -> mark.equals("[!" + kind + "]")).findFirst();
    }

    String cssClass() {
        return cssClass;
    }

    String titleKey() {
        return "course.aside." + name().toLowerCase(Locale.ROOT);
    }
}
