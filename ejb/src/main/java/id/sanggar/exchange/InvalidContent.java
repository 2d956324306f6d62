package id.sanggar.exchange;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Content that cannot be brought in as it is. */
@ApplicationException(rollback = true)
public class InvalidContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidContent(Problems problems) {
        super(problems.toString());
        this.problems = problems.all();
    }

    public List<Problem> problems() {
        return problems;
    }
}
