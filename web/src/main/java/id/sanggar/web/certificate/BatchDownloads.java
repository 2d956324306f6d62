package id.sanggar.web.certificate;

import id.sanggar.certificate.Certificates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;

/** What can be taken home of a batch: papers to print and to send, in parts where they are many. */
@Named
@RequestScoped
public class BatchDownloads {

    @Inject
    private BatchView view;

    /** Some of the certificates, in the order of their numbers: from the first to the last of them. */
    public record Part(int number, int from, int to) {
    }

    public List<Part> getPrints() {
        return parts(Certificates.PRINT_PART);
    }

    /** Empty where one archive holds them all. */
    public List<Part> getArchives() {
        var parts = parts(Certificates.ARCHIVE_PART);
        return parts.size() == 1 ? List.of() : parts;
    }

    private List<Part> parts(int size) {
        var issued = view.getBatch().counts().issued();
        return IntStream.rangeClosed(1, (issued + size - 1) / size)
                .mapToObj(part -> new Part(part, (part - 1) * size + 1, Math.min(part * size, issued)))
                .toList();
    }
}
