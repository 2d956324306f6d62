package id.sanggar.insight.population;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which column of a programme's members says what. All are numbers of 16 bits: codes of a {@link Vocabulary}, positions
 * of stages, hundredths of points, or days since the year 2000 in the programme's zone, which reach until 2089.
 *
 * @param stages ids, in order
 * @param courses ids of those that the stages ask for, ascending
 */
public record Layout(long programme, ZoneId zone, List<Long> stages, List<Long> courses) {

    /** In a column of days, points or stages: there is none. */
    public static final short NONE = Short.MIN_VALUE;

    /** A {@code Membership.State}, by its ordinal. */
    public static final int STATE = 0;
    /** Position of the stage, from 0; NONE until admitted. */
    public static final int STAGE = 1;
    /** Code of the organisation that serves her. */
    public static final int PARTNER = 2;
    public static final int COHORT = 3;
    public static final int KBLI = 4;
    /** Code of {@code FEMALE}, {@code MALE} or null. */
    public static final int GENDER = 5;
    public static final int APPLIED = 6;
    /** Day she was admitted, or turned down. */
    public static final int DECIDED = 7;
    /** Day since when she is in her stage. */
    public static final int SINCE = 8;
    /** Day she went through all stages. */
    public static final int FINISHED = 9;
    /** Day of the last sign of her: admitted, moved, did something in a course of the programme. */
    public static final int SIGN = 10;
    /** Days from the application until a manager admitted her; NONE where nobody had to. */
    public static final int WAITED = 11;

    private static final int FIXED = 12;
    private static final int OF_STAGE = 2;
    private static final int OF_COURSE = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    public Layout {
        stages = List.copyOf(stages);
        courses = List.copyOf(courses);
    }

    /** Day she came into the stage. */
    public int entered(int stage) {
        return FIXED + OF_STAGE * stage;
    }

    /** Day she had met all that the stage asks for. */
    public int left(int stage) {
        return FIXED + OF_STAGE * stage + 1;
    }

    private int course(int course) {
        return FIXED + OF_STAGE * stages.size() + OF_COURSE * course;
    }

    public int enrolled(int course) {
        return course(course);
    }

    /** Day she completed the course. */
    public int passed(int course) {
        return course(course) + 1;
    }

    /** Best score of the test before the course. */
    public int before(int course) {
        return course(course) + 2;
    }

    /** Best score of the test after the course. */
    public int after(int course) {
        return course(course) + 3;
    }

    /** Day since when she has held a certificate of the course. */
    public int certified(int course) {
        return course(course) + 4;
    }

    public int width() {
        return course(courses.size());
    }

    /** As a column has it. */
    public static short day(LocalDate day) {
        return (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, ChronoUnit.DAYS.between(FIRST_DAY, day)));
    }

    /** Months since the first of 2000; negative before. */
    public static int month(LocalDate day) {
        return (day.getYear() - FIRST_DAY.getYear()) * 12 + day.getMonthValue() - 1;
    }

    /** A day of a column. */
    public static LocalDate date(int day) {
        return FIRST_DAY.plusDays(day);
    }
}
