package id.sanggar.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The people of the sample world whom one may sign in as. */
final class DemoAccounts {

    private static final String PEOPLE = "/content/world/people.yaml";

    private DemoAccounts() {
    }

    /** One line for each: who she is, her e-mail address, her password. */
    static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        try (var people = DemoAccounts.class.getResourceAsStream(PEOPLE)) {
            if (people == null) {
                return lines;
            }
            List<Map<String, Object>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(people);
            for (var person : all) {
                if (person.get("demo") instanceof Map<?, ?> part) {
                    lines.add("%-26s %-22s %s".formatted(person.get("email"), person.get("password"), part.get("en")));
                }
            }
        }
        return lines;
    }
}
