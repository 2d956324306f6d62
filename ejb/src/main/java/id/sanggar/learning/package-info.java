/**
 * Floor 4: what learners do with what is taught. Enrolments, activity records, the progress of courses and of journeys
 * through programmes, why something is not finished yet. Facts are appended, everything else follows from them in the
 * same transaction, by few statements that serve one learner or many; so there is no entity here that would live longer
 * than a statement. May use {@code shared}, {@code identity}, {@code course}, {@code programme} and {@code assessment}.
 */
package id.sanggar.learning;
