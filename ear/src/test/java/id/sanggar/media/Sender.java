package id.sanggar.media;

import id.sanggar.testing.Visit;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Sends a file in pieces as the library's page does; its line may break in the middle of a piece. */
final class Sender {

    static final int PIECE = 262_144;

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final Visit author;
    private final byte[] file;
    private final String name;

    /** @param author who is signed in */
    Sender(URI address, Visit author, String name, byte[] file) {
        this.address = address;
        this.author = author;
        this.name = name;
        this.file = file;
    }

    HttpResponse<String> begin(String organisation, String replaces) {
        return author.ask("POST", "/api/v1/studio/uploads", """
                {"organisation": "%s", "replaces": %s, "name": "%s", "size": %d, "beginning": "%s"}""".formatted(
                organisation, replaces == null ? null : '"' + replaces + '"', name, file.length,
                HexFormat.of().formatHex(digest(piece(0)))), "X-CSRF-Token", author.cookie("csrf"));
    }

    HttpResponse<String> put(String upload, long offset) throws IOException, InterruptedException {
        return put(upload, offset, piece(offset), digest(piece(offset)));
    }

    HttpResponse<String> put(String upload, long offset, byte[] piece, byte[] digest)
            throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address.resolve(path(upload, offset)))
                .headers("Cookie", cookies(), "X-CSRF-Token", author.cookie("csrf"), "Content-Type",
                        "application/octet-stream", "Content-Digest", told(digest))
                .PUT(BodyPublishers.ofByteArray(piece))
                .build(), BodyHandlers.ofString());
    }

    /** The line breaks when so many bytes of the piece are gone. */
    void breakOff(String upload, long offset, int after) throws IOException {
        var piece = piece(offset);
        try (var line = new Socket(address.getHost(), address.getPort())) {
            var head = """
                    PUT %s HTTP/1.1\r
                    Host: %s\r
                    Cookie: %s\r
                    X-CSRF-Token: %s\r
                    Content-Type: application/octet-stream\r
                    Content-Digest: %s\r
                    Content-Length: %d\r
                    \r
                    """.formatted(path(upload, offset), address.getAuthority(), cookies(), author.cookie("csrf"),
                    told(digest(piece)), piece.length);
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(piece, 0, Math.min(after, piece.length));
            line.getOutputStream().flush();
            line.setSoLinger(true, 0);
        }
    }

    HttpResponse<String> complete(String upload) {
        return author.ask("POST", "/api/v1/studio/uploads/" + upload + "/completion", "{}", "X-CSRF-Token",
                author.cookie("csrf"));
    }

    String standing(String upload) {
        return author.ask("/api/v1/studio/uploads/" + upload).body();
    }

    /** From beginning to end over a good line. @return how it stands when it was looked through */
    String send(String organisation, String replaces) throws IOException, InterruptedException {
        var begun = begin(organisation, replaces).body();
        var upload = told(begun, "code");
        for (long at = received(begun); at < file.length; at += PIECE) {
            put(upload, at);
        }
        complete(upload);
        return looked(upload);
    }

    /** How it stands when it was looked through. */
    String looked(String upload) {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(patience)) {
            var standing = standing(upload);
            if (!standing.contains("PROCESSING")) {
                return standing;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("upload " + upload + " is not looked through");
    }

    static long received(String standing) {
        return Long.parseLong(told(standing, "received"));
    }

    /** What the answer says of it; null if nothing. */
    static String told(String standing, String what) {
        var found = Pattern.compile("\"" + what + "\":\"?([^\",}]*)").matcher(standing);
        return found.find() ? found.group(1) : null;
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] piece(long offset) {
        return Arrays.copyOfRange(file, (int) offset, (int) Math.min(file.length, offset + PIECE));
    }

    private static String told(byte[] digest) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }

    private static String path(String upload, long offset) {
        return "/api/v1/studio/uploads/" + upload + "/pieces/" + offset;
    }

    private String cookies() {
        return "csrf=" + author.cookie("csrf") + "; JSESSIONID=" + author.cookie("JSESSIONID");
    }
}
