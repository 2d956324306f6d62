/** Quizzes as they are sat on a real server and a real database: races, deadlines, and what they cost. */
package id.sanggar.assessment;
