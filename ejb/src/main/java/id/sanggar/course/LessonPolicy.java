package id.sanggar.course;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The elements and attributes a lesson may consist of; everything else is dropped, whoever wrote it. */
final class LessonPolicy {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern PICTURE = Pattern.compile("/media/[0-9a-f]+/[a-z0-9-]+\\.svg");
    private static final Pattern LINK =
            Pattern.compile("https://\\S+|/learn/[a-z0-9-]+/[a-z0-9-]+|/media/[0-9a-f]+/[a-z0-9-]+\\.[a-z]+");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "hr",
                    "br", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "aside", "div", "a",
                    "img")
            .allowAttributes("start").matching(NUMBER).onElements("ol")
            .allowAttributes("scope").matching(true, "col").onElements("th")
            .allowAttributes("class").matching(true, "center", "right").onElements("th", "td")
            .allowAttributes("class").matching(true, "key", "tip", "example", "warning", "source").onElements("aside")
            .allowAttributes("role").matching(true, "note").onElements("aside")
            .allowAttributes("class").matching(true, "aside-title").onElements("p")
            .allowAttributes("class").matching(true, "scroll").onElements("div")
            .allowAttributes("tabindex").matching(true, "0").onElements("div")
            .allowAttributes("role").matching(true, "region").onElements("div")
            .allowAttributes("aria-label").onElements("div")
            .allowUrlProtocols("https")
            .allowAttributes("href").matching(LINK).onElements("a")
            .allowAttributes("src").matching(PICTURE).onElements("img")
            .allowAttributes("alt").onElements("img")
            .allowAttributes("width", "height").matching(NUMBER).onElements("img")
            .allowAttributes("loading").matching(true, "lazy").onElements("img")
            .toFactory();

    private LessonPolicy() {
    }

    static String sanitize(String html) {
        return POLICY.sanitize(html);
    }
}
