package id.sanggar.testing;

/** The two windows every page is looked at through. */
public enum Screen {

    PHONE(360), DESKTOP(1280);

    private final int width;

    Screen(int width) {
        this.width = width;
    }

    public int width() {
        return width;
    }

    public int height() {
        return 800;
    }
}
