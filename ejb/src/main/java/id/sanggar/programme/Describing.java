package id.sanggar.programme;

import id.sanggar.identity.Access;
import id.sanggar.identity.Account;
import id.sanggar.identity.AuditTrail;
import id.sanggar.identity.Contact;
import id.sanggar.identity.Nik;
import id.sanggar.identity.Persons;
import id.sanggar.identity.Region;
import id.sanggar.identity.Residences;
import id.sanggar.identity.Role;
import id.sanggar.shared.Conflict;
import id.sanggar.shared.Invalid;
import id.sanggar.shared.Message;
import id.sanggar.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A manager writes down what is known of a member's person and business. */
@Stateless
public class Describing {

    private static final int OLDEST = 1900;

    @Inject
    private ProgrammeOutlines programmes;

    @Inject
    private Memberships memberships;

    @Inject
    private Businesses businesses;

    @Inject
    private Persons persons;

    @Inject
    private Residences residences;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * What a manager writes of a person, as it was typed.
     *
     * @param nik empty leaves what is known of it
     * @param gender null leaves it as she told it
     * @param home as {@link Residences#find} understands it
     */
    public record PersonForm(String nik, String birthYear, Account.Gender gender, String home) {

        /** What a form shows, or shows again, by the names of its fields. */
        public static PersonForm of(Map<String, String> fields) {
            var gender = fields.get("gender");
            return new PersonForm(fields.get("nik"), fields.get("birthYear"),
                    gender == null || gender.isEmpty() ? null : Account.Gender.valueOf(gender),
                    fields.get(Residences.FIELD));
        }

        /** @param home in words */
        static PersonForm of(Persons.Person known, String home) {
            return new PersonForm("", Objects.toString(known.birthYear(), ""), known.gender(), home);
        }

        /** Nothing of them is null. Of a number of an identity card, which is kept nowhere, nothing is shown. */
        public Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            fields.put("nik", nik);
            fields.put("birthYear", birthYear);
            fields.put("gender", Objects.toString(gender, ""));
            fields.put(Residences.FIELD, home);
            fields.replaceAll((field, value) -> value == null ? "" : value.strip());
            return fields;
        }
    }

    /** @throws NotFound if there is no such membership or the caller does not manage it */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public MemberDetails details(UUID code) {
        var seen = seen(code);
        var account = memberships.accountOf(seen.id());
        var person = persons.of(account);
        return new MemberDetails(code, memberships.nameOf(account), programmes.byId(seen.programmeId()),
                person, person.region() == null ? "" : residences.inWords(person.region()),
                businesses.of(seen.id(), access.callerId()).orElse(null));
    }

    /**
     * What somebody else changed meanwhile, and the caller did not, stays as it is.
     *
     * @param was what the form showed when it was opened
     * @throws NotFound as {@link #details}
     * @throws Invalid naming {@code nik}, {@code birthYear} or {@code residence}, or what somebody else changed to
     *     something else meanwhile
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void person(UUID code, Map<String, String> was, PersonForm typed) {
        var member = memberships.lock(List.of(seen(code).id())).get(0);
        var known = persons.of(member.accountId());
        var stands = PersonForm.of(known, known.region() == null ? "" : residences.inWords(known.region())).fields();
        var form = PersonForm.of(Meanwhile.merge(was, typed.fields(), stands));
        var wrong = new LinkedHashMap<String, Message>();
        var nik = blank(form.nik()) ? null : Nik.parse(form.nik()).orElse(null);
        if (nik == null && !blank(form.nik())) {
            wrong.put("nik", new Message("identity.bad-nik"));
        }
        var now = Year.now(clock);
        Integer year = blank(form.birthYear()) ? nik == null ? null : nik.birthYear(now) : year(form.birthYear(), now);
        if (year == null && !blank(form.birthYear())) {
            wrong.put("birthYear", new Message("identity.bad-birth-year"));
        } else if (nik != null && year != null && nik.birthYear(now) != year) {
            wrong.put("nik", new Message("identity.nik-of-another-year", nik.birthYear(now)));
        }
        var gender = form.gender() != null ? form.gender() : known.gender();
        if (nik != null && gender != null && nik.gender() != gender) {
            wrong.putIfAbsent("nik", new Message("identity.nik-of-another-gender"));
        }
        var home = region(form.home(), Residences.FIELD, wrong);
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        persons.put(member.accountId(), nik, year, home, gender != null || nik == null ? form.gender() : nik.gender());
        audit.record("person.described", code.toString(), member.programmeId(), Map.of());
    }

    /**
     * What somebody else changed meanwhile, and the caller did not, stays as it is.
     *
     * @param was what the form showed when it was opened
     * @throws NotFound as {@link #details}
     * @throws Invalid with every field that needs another answer, or that somebody else changed too meanwhile
     * @throws Conflict if somebody changes it in this very moment
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void business(UUID code, Map<String, String> was, BusinessForm typed) {
        var member = memberships.lock(List.of(seen(code).id())).get(0);
        var known = businesses.of(member.id(), access.callerId());
        var now = known.map(BusinessForm::of).map(BusinessForm::fields).orElseGet(Map::of);
        var form = known.isEmpty() ? typed
                : BusinessForm.of(Meanwhile.merge(was, typed.fields(), now));
        var wrong = new LinkedHashMap<String, Message>();
        var place = region(form.place(), "place", wrong);
        BusinessForm.Read read = null;
        try {
            read = form.read();
        } catch (Invalid invalid) {
            wrong.putAll(invalid.fields());
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        if (known.isEmpty()) {
            businesses.add(member.id(), read, place);
        } else if (!businesses.change(member.id(), read, place, known.get().revision())) {
            throw new Conflict("programme.changed-meanwhile");
        }
        audit.record("business.described", code.toString(), member.programmeId(), Map.of());
    }

    /**
     * Notes that somebody else runs the business too.
     *
     * @param contact e-mail address or phone number of another member whom the caller manages
     * @throws NotFound as {@link #details}
     * @throws Invalid naming {@code contact}
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void join(UUID code, String contact, MemberDetails.Part part) {
        var seen = seen(code);
        var reached = Contact.parse(contact);
        var colleague = businesses.managed(reached.email() != null ? reached.email() : reached.phone(),
                access.callerId()).orElseThrow(() -> Invalid.of("contact", "programme.no-such-member"));
        if (!businesses.join(seen.id(), colleague, part)) {
            throw Invalid.of("contact", "programme.has-part-already");
        }
        audit.record("business.joined", code.toString(), seen.programmeId(), Map.of("part", part));
    }

    /**
     * Notes that somebody runs the business no more.
     *
     * @param colleague code of a membership of hers
     * @throws NotFound if she had no part in it, or the caller does not manage her
     */
    @RolesAllowed({Role.IS_MANAGER, Role.IS_ADMIN})
    public void leave(UUID code, UUID colleague) {
        var seen = seen(code);
        if (!businesses.leave(seen.id(), colleague, access.callerId())) {
            throw new NotFound("part of " + colleague);
        }
        audit.record("business.left", code.toString(), seen.programmeId(), Map.of());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Integer year(String typed, Year now) {
        var text = typed.strip();
        if (!text.matches("[0-9]{4}")) {
            return null;
        }
        var year = Integer.parseInt(text);
        return year < OLDEST || year > now.getValue() ? null : Integer.valueOf(year);
    }

    /** Null where nothing was typed. */
    private Region region(String typed, String field, Map<String, Message> wrong) {
        try {
            return blank(typed) ? null : residences.find(typed);
        } catch (Invalid invalid) {
            wrong.put(field, invalid.fields().get(Residences.FIELD));
            return null;
        }
    }

    private Memberships.Seen seen(UUID code) {
        return memberships.seen(List.of(code), access.callerId()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("membership " + code));
    }
}
