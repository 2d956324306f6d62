package id.sanggar.assessment;

/** So many questions on a topic, chosen at random for each attempt. */
public record Draw(String topic, int count) {

    public Draw {
        if (topic.isBlank() || count < 1) {
            throw new IllegalArgumentException("A draw takes one question or more on a topic");
        }
    }
}
