package id.sanggar.certificate;

import id.sanggar.programme.ProgrammeOutline;
import id.sanggar.shared.LocalizedText;
import java.util.List;

/**
 * A programme whose certificates the caller may issue.
 *
 * @param courses of the programme that give a certificate
 * @param awards for which there is a template
 */
public record BatchChoices(ProgrammeOutline programme, List<Course> courses, List<Award> awards) {

    /** One of them. */
    public record Course(String slug, LocalizedText title) {
    }

    public BatchChoices {
        courses = List.copyOf(courses);
        awards = List.copyOf(awards);
    }
}
