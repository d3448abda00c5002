package org.semblance.platform.batch;

import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/**
 * Divides a step into the number of parts that the job's property parts names, the same at every attempt: what belongs
 * to which part is told by its number.
 */
@Named
@Dependent
public class StepParts implements PartitionMapper {
    private final JobContext job;

    @Inject
    public StepParts(JobContext job) {
        this.job = job;
    }

    @Override
    public PartitionPlan mapPartitions() {
        int parts = Integer.parseInt(job.getProperties().getProperty("parts"));
        var properties = new Properties[parts];
        for (int i = 0; i < parts; i++) {
            properties[i] = new Properties();
            properties[i].setProperty("part", Integer.toString(i));
        }
        var plan = new PartitionPlanImpl();
        plan.setPartitions(parts);
        plan.setThreads(parts);
        plan.setPartitionProperties(properties);
        return plan;
    }
}
