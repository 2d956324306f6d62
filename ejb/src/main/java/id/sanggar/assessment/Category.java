package id.sanggar.assessment;

/**
 * Where questions are filed.
 *
 * @param parent name of the one it lies in; null for an outer one
 * @param questions in it, those of its inner ones not counted
 */
public record Category(long id, Long parentId, String parent, String name, long questions) {

    public String path() {
        return parent == null ? name : parent + " / " + name;
    }

    public boolean isOuter() {
        return parentId == null;
    }
}
