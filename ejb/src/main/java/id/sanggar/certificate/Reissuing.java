package id.sanggar.certificate;

import id.sanggar.certificate.internal.Claims;
import id.sanggar.certificate.internal.Printing;
import id.sanggar.certificate.internal.PublicCode;
import id.sanggar.certificate.internal.Sealing;
import id.sanggar.certificate.internal.StatusIndexes;
import id.sanggar.certificate.internal.Templates;
import id.sanggar.certificate.pdf.Unprintable;
import id.sanggar.identity.Access;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.NameCorrection;
import id.sanggar.identity.Role;
import id.sanggar.programme.ProgrammeOutlines;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * A manager has a certificate issued anew under its old number, because the name on it was wrong. The old paper says
 * from then on that it was replaced, and by which. Only for who manages all members of the programme, and never for the
 * holder herself. A manager changes a name a little; who it is, only an administrator changes.
 */
@Stateless
public class Reissuing {

    @Inject
    private Issuances issuances;

    @Inject
    private Corrections corrections;

    @Inject
    private CertificateEvents events;

    @Inject
    private Templates templates;

    @Inject
    private Printing printing;

    @Inject
    private Sealing sealing;

    @Inject
    private StatusIndexes indexes;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private NameCorrection names;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<CertificateReplaced> replaced;

    @Inject
    private Clock clock;

    /**
     * A picture of the new paper as it would be, crossed by a word that says it is a sample.
     *
     * @param batch in which the old one is
     * @param code public, of the old one
     * @param name as it is to be printed
     * @return PNG
     * @throws NotFound if there is no such certificate among the caller's
     * @throws Invalid naming {@code name} if it cannot be one, or be printed, or is on the old one already; or if it is
     *     another than was first printed under the number, by more than a {@link NameChange small change}, and the
     *     caller is no administrator
     * @throws Conflict if the old one is the caller's own, or was revoked, replaced, renewed or erased
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public byte[] preview(UUID batch, String code, String name) {
        var old = open(batch, code);
        var claims = claims(old, name(old, name), Printing.TRIAL_CODE, 0);
        try {
            return SamplePicture.of(templates.compiled(old.templateId()).stamp(claims.printed()));
        } catch (Unprintable unprintable) {
            throw unprintable(unprintable);
        }
    }

    /**
     * Issues the corrected paper: same year and number, a revision more, a new code, today's date. What else is printed
     * stays, and so does the day it expires. The old one is worth nothing any more.
     *
     * @param batch in which the old one is
     * @param code public, of the old one
     * @param name as it is to be printed
     * @param account whether the holder's account, too, gets that name, so that later papers have it
     * @param reason for the record, up to 400 characters; the holder reads it
     * @return the new one's public code
     * @throws RuntimeException as {@link #preview} does
     * @throws Invalid naming {@code reason} if it is missing or too long; naming {@code name} if the account, which is
     *     to have it, is called something else by more than a small change, and the caller is no administrator
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public String reissue(UUID batch, String code, String name, boolean account, String reason) {
        var old = open(batch, code);
        var corrected = name(old, name);
        if (account && !mayBecome(old.accountName(), corrected)) {
            throw Invalid.of("name", "certificate.account-of-another-name", old.accountName());
        }
        var why = RevocationReason.require(reason);
        var now = clock.instant();
        var claims = claims(old, corrected, PublicCode.random(), indexes.take(1).get(0));
        try {
            var sealed = sealing.seal(templates.compiled(old.templateId()), claims);
            var id = corrections.replace(old, claims, sealed, now);
            events.add(old.id(), CertificateEvents.Kind.REPLACED, access.callerId(), why, now);
            if (account) {
                names.correct(old.accountId(), corrected);
            }
            audit.record("certificate.replaced", old.code(), old.programmeId(),
                    Map.of("serial", claims.printed().serial(), "by", claims.code(), "account", account));
            replaced.fire(new CertificateReplaced(id, old.accountId()));
            return claims.code();
        } catch (Unprintable unprintable) {
            throw unprintable(unprintable);
        }
    }

    /** Locked: of two who correct it at once, or correct and revoke it, the second finds it done. */
    private Corrections.Original open(UUID batch, String code) {
        var issuance = issuances.idOf(batch, access.callerId());
        var old = PublicCode.read(code).flatMap(read -> corrections.lock(issuance, read))
                .orElseThrow(() -> new NotFound("certificate to correct"));
        if (old.accountId() == access.callerId()) {
            throw new Conflict("certificate.own-paper");
        }
        if (old.fate() != null) {
            throw new Conflict("certificate.uncorrectable-" + old.fate(), old.printed().serial());
        }
        return old;
    }

    private String name(Corrections.Original old, String typed) {
        var name = names.require(typed);
        if (name.equals(old.printed().holder())) {
            throw Invalid.of("name", "certificate.name-as-printed");
        }
        if (!mayBecome(old.firstHolder(), name)) {
            throw Invalid.of("name", "certificate.another-name", old.firstHolder());
        }
        return name;
    }

    private boolean mayBecome(String from, String to) {
        return new NameChange(from, to).isSmall() || access.isAdministrator();
    }

    private Claims claims(Corrections.Original old, String name, String code, long statusIndex) {
        var today = programmes.byId(old.programmeId()).day(clock.instant());
        return new Claims(code, old.award(),
                printing.corrected(old.printed(), name, today, Printing.revised(old.printed().serial(),
                        old.revision() + 1), code), statusIndex);
    }

    private static Invalid unprintable(Unprintable unprintable) {
        return new Invalid(Map.of("name", Reasons.read("[" + Printing.reason(unprintable) + "]").get(0)));
    }
}
