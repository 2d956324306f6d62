package id.sanggar.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a page really fetches over the network, headers included, as the browser itself counts it. What comes from the
 * browser's cache is not fetched.
 */
public final class Traffic {

    private final Page page;
    private final CDPSession browser;
    private final Map<String, Fetch> fetches = new LinkedHashMap<>();

    private static final class Fetch {
        private final String address;
        private int requests = 1;
        private long bytes;
        private boolean cached;

        private Fetch(String address) {
            this.address = address;
        }
    }

    private Traffic(Page page) {
        this.page = page;
        this.browser = page.context().newCDPSession(page);
        browser.on("Network.requestWillBeSent", this::sent);
        browser.on("Network.responseReceived", this::answered);
        browser.on("Network.requestServedFromCache", event -> fetch(event).cached = true);
        browser.on("Network.loadingFinished", event -> fetch(event).bytes += number(event, "encodedDataLength"));
        browser.send("Network.enable");
    }

    public static Traffic of(Page page) {
        return new Traffic(page);
    }

    private void sent(JsonObject event) {
        var address = event.getAsJsonObject("request").get("url").getAsString();
        if (address.startsWith("data:")) {
            return;
        }
        var id = event.get("requestId").getAsString();
        var redirect = event.getAsJsonObject("redirectResponse");
        if (redirect == null) {
            fetches.put(id, new Fetch(address));
        } else {
            fetches.get(id).requests++;
            fetches.get(id).bytes += number(redirect, "encodedDataLength");
        }
    }

    private void answered(JsonObject event) {
        var answer = event.getAsJsonObject("response");
        fetch(event).cached |= answer.get("fromDiskCache").getAsBoolean();
    }

    private Fetch fetch(JsonObject event) {
        return fetches.getOrDefault(event.get("requestId").getAsString(), new Fetch("data:"));
    }

    private static long number(JsonObject event, String name) {
        return event.get(name).getAsLong();
    }

    /** Forgets what the browser keeps, as on the first visit. */
    public void empty() {
        browser.send("Network.clearBrowserCache");
    }

    /** @param kilobits per second, both ways */
    public void slowDown(int kilobits, int milliseconds) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", milliseconds);
        conditions.addProperty("downloadThroughput", kilobits * 1000 / 8);
        conditions.addProperty("uploadThroughput", kilobits * 1000 / 8);
        browser.send("Network.emulateNetworkConditions", conditions);
    }

    /** Counts anew from here. */
    public void reset() {
        fetches.clear();
    }

    /** Without drawings and sheets. */
    public int requests() {
        return count(fetch -> !isMedia(fetch));
    }

    /** Without drawings and sheets. */
    public long bytes() {
        return weigh(fetch -> !isMedia(fetch));
    }

    /** Of drawings and sheets. */
    public long mediaBytes() {
        return weigh(Traffic::isMedia);
    }

    private int count(Predicate<Fetch> which) {
        settle();
        return fetches.values().stream().filter(fetch -> !fetch.cached).filter(which)
                .mapToInt(fetch -> fetch.requests).sum();
    }

    private long weigh(Predicate<Fetch> which) {
        settle();
        return fetches.values().stream().filter(fetch -> !fetch.cached).filter(which)
                .mapToLong(fetch -> fetch.bytes).sum();
    }

    private static boolean isMedia(Fetch fetch) {
        return fetch.address.contains("/media/");
    }

    private void settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
