package id.sanggar.identity;

/**
 * An area of Indonesia's administration, as the Ministry of Home Affairs codes and names it.
 *
 * @param code digits without dots; begins with the code of the area it lies in
 */
public record Region(String code, String name) {

    /** How far down an area is; a code's length tells it. */
    public enum Level {
        PROVINCE(2), REGENCY(4), DISTRICT(6), VILLAGE(10);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        /** Length of the codes. */
        public int digits() {
            return digits;
        }
    }

    public Level level() {
        return switch (code.length()) {
            case 2 -> Level.PROVINCE;
            case 4 -> Level.REGENCY;
            case 6 -> Level.DISTRICT;
            default -> Level.VILLAGE;
        };
    }

    /** Code of the area it lies in; empty for a province. */
    public String parent() {
        var level = level();
        return level == Level.PROVINCE ? "" : code.substring(0, Level.values()[level.ordinal() - 1].digits());
    }

    /** Lies in that area, at whatever depth, or is it; everything lies in the empty code. */
    public boolean within(String area) {
        return code.startsWith(area);
    }
}
