/**
 * Floor 3: what is asked. Question banks, quizzes and attempts: what was answered, what it was worth. May use {@code
 * shared}, {@code identity} and {@code course}.
 */
package id.sanggar.assessment;
