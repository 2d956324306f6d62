package id.sanggar.web.programme;

import id.sanggar.programme.MemberFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Where to find the people of a filter: on a page, or in a file. */
@Named
@ApplicationScoped
public class MemberLinks {

    public String list(MemberFilter people) {
        return address("/manage/members", people.parameters());
    }

    public String sheet(MemberFilter people) {
        return address("/files/members.csv", people.parameters());
    }

    public String move(MemberFilter people) {
        return address("/manage/members/move", people.parameters());
    }

    public String invite(MemberFilter people) {
        return address("/manage/members/invite", people.parameters());
    }

    /** The same with all that is known of their persons and businesses, as they can be brought again. */
    public String table(MemberFilter people) {
        return address("/files/imports/members.xlsx", people.parameters());
    }

    static String address(String path, Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", parameters.isEmpty() ? path : path + "?", ""));
    }
}
