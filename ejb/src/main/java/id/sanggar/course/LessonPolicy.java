package id.sanggar.course;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The elements and attributes a lesson may consist of; everything else is dropped, whoever wrote it. */
final class LessonPolicy {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final String FILE = "/media/[0-9a-f]+/[a-z0-9-]+\\.[a-z0-9]+";
    private static final Pattern MEDIA = Pattern.compile(FILE);
    private static final Pattern WIDTHS = Pattern.compile(FILE + " [0-9]+w(?: ?, " + FILE + " [0-9]+w)*");
    private static final Pattern LINK =
            Pattern.compile("https://\\S+|/learn/[a-z0-9-]+/[a-z0-9-]+|" + FILE);

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "hr",
                    "br", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "aside", "div", "a",
                    "img", "picture", "source", "video", "audio", "track", "details", "summary")
            .allowAttributes("start").matching(NUMBER).onElements("ol")
            .allowAttributes("scope").matching(true, "col").onElements("th")
            .allowAttributes("class").matching(true, "center", "right").onElements("th", "td")
            .allowAttributes("class").matching(true, "key", "tip", "example", "warning", "source").onElements("aside")
            .allowAttributes("role").matching(true, "note").onElements("aside")
            .allowAttributes("class").matching(true, "aside-title", "played").onElements("p")
            .allowAttributes("class").matching(true, "scroll").onElements("div")
            .allowAttributes("tabindex").matching(true, "0").onElements("div")
            .allowAttributes("role").matching(true, "region").onElements("div")
            .allowAttributes("aria-label").onElements("div")
            .allowUrlProtocols("https")
            .allowAttributes("href").matching(LINK).onElements("a")
            .allowAttributes("src").matching(MEDIA).onElements("img", "video", "audio", "track")
            .allowAttributes("srcset").matching(WIDTHS).onElements("source")
            .allowAttributes("type").matching(true, "image/webp").onElements("source")
            .allowAttributes("media").matching(true, "(min-width: 46rem)").onElements("source")
            .allowAttributes("sizes").matching(true, "100vw").onElements("source")
            .allowAttributes("controls").matching(true, "").onElements("video", "audio")
            .allowAttributes("preload").matching(true, "none").onElements("video", "audio")
            .allowAttributes("playsinline").matching(true, "").onElements("video")
            .allowAttributes("aria-label").onElements("video", "audio")
            .allowAttributes("kind").matching(true, "captions").onElements("track")
            .allowAttributes("srclang").matching(true, "id", "en").onElements("track")
            .allowAttributes("label").onElements("track")
            .allowAttributes("default").matching(true, "").onElements("track")
            .allowAttributes("alt").onElements("img")
            .allowAttributes("width", "height").matching(NUMBER).onElements("img", "video")
            .allowAttributes("loading").matching(true, "lazy").onElements("img")
            .toFactory();

    private LessonPolicy() {
    }

    static String sanitize(String html) {
        return POLICY.sanitize(html);
    }
}
