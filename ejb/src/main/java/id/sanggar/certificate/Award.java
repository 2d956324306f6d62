package id.sanggar.certificate;

/** What a certificate is given for. Of each kind a person can hold one for a course in a programme. */
public enum Award {
    /** She completed the course: all that its rules ask, the post-test with it. */
    COMPLETION,
    /** She took part: opened every lesson to its end, whatever her marks. */
    ATTENDANCE
}
