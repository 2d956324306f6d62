package id.sanggar.web.certificate;

import id.sanggar.certificate.BatchAct;
import id.sanggar.certificate.BatchPage;
import id.sanggar.certificate.BatchState;
import id.sanggar.certificate.Issuing;
import id.sanggar.web.shared.RouteParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One batch on its way from the plan to the papers in hand: where it is, and who is to do what next. */
@Named
@RequestScoped
public class BatchView {

    @Inject
    private Issuing issuing;

    @Inject
    private Pace pace;

    @Inject
    private RouteParameters route;

    private BatchPage batch;

    public BatchPage getBatch() {
        if (batch == null) {
            batch = issuing.batch(route.uuid("batch"));
        }
        return batch;
    }

    /** The step that is to be done: 1 plan, 2 check, 3 approve, 4 issue, 5 done; 0 if it was given up. */
    public int getStep() {
        return switch (getBatch().state()) {
            case DRAFT -> 2;
            case CHECKED -> 3;
            case APPROVED, RUNNING, STOPPED, PARTIAL -> 4;
            case DONE -> 5;
            case CANCELLED -> 0;
        };
    }

    /** What is to be done next, and by whom: the end of a key. */
    public String getNext() {
        return switch (getBatch().state()) {
            case DRAFT -> "draft";
            case CHECKED -> checked();
            case APPROVED -> getBatch().hasSomebody() ? "approved" : "nobody";
            case RUNNING -> getBatch().stopping() ? "stopping" : "running";
            case STOPPED -> "stopped";
            case PARTIAL -> "partial";
            case DONE -> "done";
            case CANCELLED -> "cancelled";
        };
    }

    private String checked() {
        if (!getBatch().hasSomebody()) {
            return "nobody";
        }
        if (getBatch().mayApprove()) {
            return "approve";
        }
        return getBatch().approvers().isEmpty() ? "no-approver" : "wait";
    }

    /** Whether it can be approved by whoever looks. */
    public boolean isApprovable() {
        return getNext().equals("approve");
    }

    public boolean isRunning() {
        return getBatch().state() == BatchState.RUNNING;
    }

    /** How far it is, how fast, and how long it will take. */
    public String getHowFar() {
        return pace.of(issuing.progress(getBatch().code()));
    }

    public String getApprovers() {
        return String.join(", ", getBatch().approvers());
    }

    public List<BatchAct> getHistory() {
        return issuing.history(getBatch().code());
    }
}
