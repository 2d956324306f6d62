package id.sanggar.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The files that a version names. What is in them, the room {@code media} knows. */
@ApplicationScoped
public class MediaFiles {

    @Inject
    private CourseVersions versions;

    /** What follows {@code /media/} in the address of each file of a version, by its name. */
    public Map<String, String> addresses(long versionId) {
        return versions.mediaAddresses(versionId);
    }

    /** The words in the sheets of a version, by the name of their file. */
    public Map<String, String> texts(long versionId) {
        return versions.mediaTexts(versionId);
    }
}
