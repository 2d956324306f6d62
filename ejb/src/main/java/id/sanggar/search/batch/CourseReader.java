package id.sanggar.search.batch;

import id.sanggar.course.Outline;
import id.sanggar.course.Outlines;
import id.sanggar.search.RebuildProgress;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** Goes through the published courses by their ids, on from the last one done. */
@Named
@Dependent
public class CourseReader extends AbstractItemReader {

    @Inject
    private Outlines outlines;

    @Inject
    private RebuildProgress progress;

    @Inject
    private JobContext job;

    private List<Outline> left;

    private Long last;

    @Override
    public void open(Serializable checkpoint) {
        last = (Long) checkpoint;
        var all = outlines.allPublished();
        left = all.stream()
                .filter(course -> last == null || course.courseId() > last)
                .sorted(Comparator.comparingLong(Outline::courseId))
                .toList();
        progress.begin(job.getInstanceId(), all.size(), all.size() - left.size());
    }

    @Override
    public Outline readItem() {
        var next = left.stream().filter(course -> last == null || course.courseId() > last).findFirst();
        next.ifPresent(course -> last = course.courseId());
        return next.orElse(null);
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
