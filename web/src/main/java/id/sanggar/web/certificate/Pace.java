package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchProgress;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** How far a batch is, in words: "1.204 dari 281.812 sudah terbit, 1.510 per detik, kira-kira 3 menit lagi". */
@RequestScoped
class Pace {

    @Inject
    private Texts text;

    String of(BatchProgress now) {
        var done = text.of("certificate.issued-of", now.done(), now.total());
        if (now.stopping()) {
            return done + text.of("certificate.and-stopping");
        }
        if (now.remaining() == null) {
            return done;
        }
        var minutes = (now.remaining().toSeconds() + 59) / 60;
        return done + text.of("certificate.and-per-second", Math.round(now.perSecond()))
                + (minutes <= 1 ? text.of("certificate.and-soon") : text.of("certificate.and-minutes", minutes));
    }
}
