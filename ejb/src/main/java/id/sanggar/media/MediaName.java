package id.sanggar.media;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a file is called in a library and in lessons: a slug and an ending.
 *
 * @param stem at most 60 characters
 * @param extension by what is in it, without a dot
 */
record MediaName(String stem, String extension) {

    private static final int LONGEST = 60;

    /** @param fileName as somebody's device calls it, with a path or without */
    static MediaName of(String fileName, String extension) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
        var slug = Normalizer.normalize(stem, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = slug.length() > LONGEST ? slug.substring(0, LONGEST).replaceAll("-+$", "") : slug;
        return new MediaName(cut.isEmpty() ? "berkas" : cut, extension);
    }

    /** @param number 1 for the name itself, more where that is taken */
    String numbered(int number) {
        return number == 1 ? stem + '.' + extension : stem + '-' + number + '.' + extension;
    }
}
