/**
 * Floor 5: how a course comes about. The working copy of each course, its history, its review, what publishing it would
 * do to whom, and publishing. It stands above {@code learning} because a change is judged by the people it would meet.
 * May use {@code shared}, {@code identity}, {@code media}, {@code course}, {@code programme}, {@code assessment} and
 * {@code learning}.
 */
package id.sanggar.authoring;
