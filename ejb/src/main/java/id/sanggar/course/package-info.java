/**
 * Floor 2: what is taught. Courses and their published versions, sections, activities and media; the outline every
 * other room reads, lessons made into safe pages, publishing. May use {@code shared} and {@code identity}.
 */
package id.sanggar.course;
