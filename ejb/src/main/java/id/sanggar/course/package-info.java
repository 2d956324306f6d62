/**
 * Floor 2: what is taught. Courses and their published versions, sections, activities and media; the outline every
 * other room reads, lessons made into safe pages, publishing. May use {@code shared}, {@code identity} and
 * {@code media}.
 */
package id.sanggar.course;
