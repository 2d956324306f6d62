package id.sanggar.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Where people reach Sanggar: what links in mails and on papers begin with. Comes from {@code SANGGAR_URL}. */
@ApplicationScoped
public class PublicAddress {

    @Resource(lookup = "java:global/sanggar/url")
    private String url;

    /**
     * @param path from the root, e.g. {@code /verify/…}
     * @return the absolute address
     */
    public String of(String path) {
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path;
    }
}
