package id.sanggar.assessment;

import id.sanggar.identity.Access;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Photos as evidence: they come in pieces over a weak network, are kept without anything the camera wrote into them,
 * and are shown to no one but the learner and the graders of the organisation that owns the course.
 */
@Stateless
@RolesAllowed(Role.IS_LEARNER)
public class Evidence {

    /** The largest file that is taken, in bytes; a page with a script sends a tenth of it. */
    public static final int LARGEST = 12_000_000;

    /** The largest piece of it. */
    public static final int LARGEST_PIECE = 262_144;

    @Inject
    private Access access;

    @Inject
    private Papers papers;

    @Inject
    private Questions questions;

    @Inject
    private Attempts attempts;

    @Inject
    private EvidencePhotos photos;

    @Inject
    private Clock clock;

    /**
     * What has arrived.
     *
     * @param received bytes; the next piece begins here
     * @param done whether the photo is kept, under the code of its upload
     */
    public record Arrived(int received, boolean done) {
    }

    /**
     * Takes a piece of a photo. The same piece sent again changes nothing; the answer tells from where to go on.
     *
     * @param upload chosen by who sends, and then the photo's code
     * @param size of the whole file, in bytes
     * @param offset of this piece
     * @throws NotFound if the attempt is not hers or has no such photo task
     * @throws Conflict if no answer is taken any more, or there are too many photos
     * @throws Invalid if the file is too large or no photo
     */
    public Arrived receive(UUID attempt, int position, UUID upload, int size, int offset, byte[] piece) {
        requireOpen(attempt, position);
        if (size < 1 || size > LARGEST || piece.length > LARGEST_PIECE) {
            throw Invalid.of("photo", "assessment.photo-too-large", LARGEST / 1_000_000);
        }
        if (photos.isKept(attempt, position, upload)) {
            return new Arrived(size, true);
        }
        photos.append(attempt, position, upload, size, offset, piece);
        var received = photos.received(attempt, position, upload)
                .orElseThrow(() -> new NotFound("upload " + upload));
        if (received.bytes() == null) {
            return new Arrived(received.length(), false);
        }
        photos.keep(attempt, position, upload, received.bytes());
        photos.forget(upload);
        return new Arrived(received.length(), true);
    }

    /**
     * Takes photos in one piece each, from a page without script, and adds them to the answer.
     *
     * @throws NotFound if the attempt is not hers or has no such photo task
     * @throws Conflict if no answer is taken any more, or there are enough photos
     * @throws Invalid if the file is too large or no photo
     */
    public void add(UUID attempt, int position, List<byte[]> files) {
        var task = requireOpen(attempt, position);
        if (files.stream().anyMatch(file -> file.length > LARGEST)) {
            throw Invalid.of("photo", "assessment.photo-too-large", LARGEST / 1_000_000);
        }
        var slot = attempts.findAlone(attempt).slots().get(position - 1);
        var answer = new ArrayList<UUID>();
        if (slot.answer() instanceof Answer.Pictured pictured) {
            answer.addAll(pictured.photos());
        }
        if (answer.size() + files.size() > task.most()) {
            throw new Conflict("assessment.photos-enough", task.most());
        }
        if (files.isEmpty()) {
            return;
        }
        for (var file : files) {
            var code = UUID.randomUUID();
            photos.keep(attempt, position, code, file);
            answer.add(code);
        }
        attempts.save(attempt, position, new Answer.Pictured(answer), slot.step(), clock.instant());
    }

    /**
     * A photo that was handed in, as JPEG.
     *
     * @throws NotFound if there is none that the caller may see
     */
    public byte[] photo(UUID code) {
        return photos.photo(code, access.callerId(), access.organisationsAuthored())
                .orElseThrow(() -> new NotFound("photo " + code));
    }

    private Photo requireOpen(UUID attempt, int position) {
        var place = papers.paper(attempt).of(access.callerId()).place(position);
        if (!(questions.version(place.questionVersionId()).body() instanceof Photo task)) {
            throw new NotFound("photo task " + position + " of attempt " + attempt);
        }
        var found = attempts.find(attempt);
        if (!found.takes(found.slots().get(position - 1)) || found.isOverdue(clock.instant())) {
            throw new Conflict(found.submittedAt() == null ? "assessment.time-over" : "assessment.already-submitted");
        }
        return task;
    }
}
