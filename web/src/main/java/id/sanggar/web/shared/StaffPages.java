package id.sanggar.web.shared;

/** The pages made with PrimeFaces, for people at a desk. */
final class StaffPages {

    private StaffPages() {
    }

    static boolean contains(String path) {
        return path.startsWith("/manage") || path.startsWith("/studio") || path.startsWith("/admin");
    }
}
