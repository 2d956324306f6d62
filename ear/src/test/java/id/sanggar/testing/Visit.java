package id.sanggar.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * One person at one device, without a browser: keeps cookies, asks for compressed pages as browsers do, sends the forms
 * that stand in a page. Follows a redirect only when told to, so that every request is one that was meant.
 */
public final class Visit {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private final URI address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Visit(URI address) {
        this.address = address;
    }

    /** A page that must be there. */
    public String get(String path) {
        return expect(200, send(request(path).GET()), path).body();
    }

    /**
     * Sends the form in which the button stands, with what it holds and what is filled in.
     *
     * @return where the answer leads
     */
    public String submit(String path, String page, String button, Map<String, String> filled) {
        var fields = formOf(page, button);
        fields.putAll(filled);
        var answer = expect(302, post(path, fields), path);
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery());
    }

    /**
     * One who has an account signs in.
     *
     * @return where she is led
     */
    public String signIn(String contact, String password) {
        return submit("/login", get("/login"), "signIn", Map.of("contact", contact, "password", password));
    }

    /** What is answered to a form with these fields, whatever it is. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** What is answered to a form with a file in it, whatever it is. */
    public HttpResponse<String> upload(String path, Map<String, String> fields, String fileName, byte[] file) {
        var boundary = "----sanggar-" + Math.abs(fileName.hashCode());
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + fileName.replace("\"", "%22") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A file that must be there. */
    public byte[] download(String path) {
        try {
            var answer = CLIENT.send(request(path).setHeader("Accept-Encoding", "identity").GET().build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What is answered, whatever it is. */
    public HttpResponse<String> ask(String path) {
        return send(request(path).GET());
    }

    /** What is answered to JSON, whatever it is. */
    public HttpResponse<String> ask(String method, String path, String json, String... headers) {
        var request = request(path).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** What a page's script sends. */
    public void put(String path, String json) {
        expect(200, ask("PUT", path, json, "X-CSRF-Token", cookies.get("csrf")), path);
    }

    /** A piece of a file that a page's script sends. */
    public void put(String path, byte[] piece) {
        expect(200, send(request(path).headers("Content-Type", "application/octet-stream", "X-CSRF-Token",
                cookies.get("csrf")).PUT(BodyPublishers.ofByteArray(piece))), path);
    }

    /** Null if there is none. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    /** Somebody else may have put it there. */
    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Throws all cookies away. */
    public void forget() {
        cookies.clear();
    }

    /** What a browser would send of the form in which the button stands, without what is to be filled in. */
    public static Map<String, String> formOf(String page, String button) {
        var forms = FORM.matcher(page);
        while (forms.find()) {
            if (forms.group(2).contains("id=\"" + button + "\"")) {
                Map<String, String> fields = new LinkedHashMap<>();
                var inputs = INPUT.matcher(forms.group(2));
                while (inputs.find()) {
                    var attributes = attributes(inputs.group(1));
                    var sends = "hidden".equals(attributes.get("type")) || button.equals(attributes.get("id"));
                    if (sends && attributes.containsKey("name")) {
                        fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
                    }
                }
                return fields;
            }
        }
        throw new IllegalStateException("No button " + button + " in\n" + page);
    }

    private static Map<String, String> attributes(String tag) {
        return ATTRIBUTE.matcher(tag).results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (one, other) -> one));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), Visit::readable);
            answer.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> Map.entry(cookie.substring(0, cookie.indexOf('=')),
                            cookie.substring(cookie.indexOf('=') + 1, (cookie + ";").indexOf(';'))))
                    .forEach(this::keep);
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BodySubscriber<String> readable(ResponseInfo answer) {
        boolean compressed = answer.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        return BodySubscribers.mapping(BodySubscribers.ofByteArray(), body -> compressed
                ? unzipped(body)
                : new String(body, StandardCharsets.UTF_8));
    }

    private static String unzipped(byte[] body) {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void keep(Entry<String, String> cookie) {
        cookies.put(cookie.getKey(), cookie.getValue());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer, String path) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + "\n" + answer.body());
        }
        return answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
