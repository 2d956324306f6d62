package id.sanggar.search.batch;

import id.sanggar.course.Outline;
import id.sanggar.search.RebuildProgress;
import id.sanggar.search.SearchDocuments;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes the documents of a course anew; writing them twice does no harm. */
@Named
@Dependent
public class CourseWriter extends AbstractItemWriter {

    @Inject
    private SearchDocuments documents;

    @Inject
    private RebuildProgress progress;

    @Inject
    private JobContext job;

    @Override
    public void writeItems(List<Object> courses) {
        courses.forEach(course -> documents.write((Outline) course));
        progress.advance(job.getInstanceId(), courses.size());
    }
}
