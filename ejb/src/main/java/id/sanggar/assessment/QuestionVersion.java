package id.sanggar.assessment;

/** A question as it was asked: versions never change, so attempts of long ago show what was seen then. */
record QuestionVersion(long id, String topic, QuestionBody body, QuestionHtml html) {

    QuestionVersion(long id, String topic, QuestionBody body) {
        this(id, topic, body, QuestionHtml.of(body));
    }
}
