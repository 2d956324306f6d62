package id.sanggar.exchange;

import id.sanggar.identity.Organisation;
import id.sanggar.shared.LocalizedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An organisation as {@code content/organisations.yaml} describes it.
 *
 * @param region code of a province, regency or city, without dots; null where it is not given
 */
public record OrganisationFile(String slug, LocalizedText name, Organisation.Kind kind, String region) {

    private static final String PATH = "organisations.yaml";
    private static final Pattern REGION = Pattern.compile("[1-9][0-9](?:[0-9]{2})?");

    /** All of them, by their slugs. */
    public static Map<String, OrganisationFile> read(ContentFiles files, Problems problems) {
        var organisations = new LinkedHashMap<String, OrganisationFile>();
        for (var entry : YamlEntry.list(PATH, files.text(PATH, problems), problems)) {
            var organisation = new OrganisationFile(entry.slug("slug"), entry.localized("name", 200),
                    entry.one("kind", Organisation.Kind.class),
                    entry.has("region") ? entry.text("region", REGION) : null);
            if (organisations.put(organisation.slug(), organisation) != null) {
                entry.problem("slug", "exchange.twice", organisation.slug());
            }
            entry.nothingElse();
        }
        return organisations;
    }
}
