package id.sanggar.web.exchange;

import id.sanggar.exchange.members.Inviting;
import id.sanggar.programme.MemberFilter;
import id.sanggar.shared.Conflict;
import id.sanggar.web.shared.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Codes and links for the members of a list who have not taken over their accounts. */
@Named
@RequestScoped
public class InviteView {

    @Inject
    private Inviting inviting;

    @Inject
    private Texts text;

    @Inject
    private HttpServletRequest request;

    private Integer waiting;

    private String refused;

    static MemberFilter people(HttpServletRequest request) {
        return MemberFilter.from(request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(parameter -> parameter.getKey(), parameter -> parameter.getValue()[0])));
    }

    /** 0 where the list is too long to be looked through. */
    public int getWaiting() {
        if (waiting == null) {
            try {
                waiting = inviting.waiting(people(request));
            } catch (Conflict tooMany) {
                refused = text.say(tooMany.text());
                waiting = 0;
            }
        }
        return waiting;
    }

    /** Why none can be invited; null if they can. */
    public String getRefused() {
        getWaiting();
        return refused;
    }

    public int getMost() {
        return Inviting.MOST;
    }

    public String getList() {
        return address("/manage/members");
    }

    public String getAction() {
        return address("/files/invitations");
    }

    private String address(String path) {
        return people(request).parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
