package org.semblance.surveillance.rest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.surveillance.health.SteadyHealthCache;
import org.semblance.surveillance.health.SurveillanceHealth;
import org.semblance.surveillance.health.Workers;

/** How cameras and servers are, as callers see it. */
@Schema(name = "SurveillanceHealth", description = "How cameras and the servers behind them are")
public record SurveillanceHealthResponse(
        @Schema(description = "The cameras that the caller may see, in the order of their ids")
        List<CameraHealthResponse> items,

        @Schema(description = "What to list after next; left out on the last page", examples = "42")
        OptionalLong next,

        @Schema(description = "The servers that are heard of")
        List<WorkerBody> workers,

        @Schema(description = "Frames that wait to be recognised, on all servers", examples = "0")
        int queue,

        @Schema(
                description =
                        "`ok`, or what fails: then each server goes by what it hears itself, and recognition goes on",
                examples = "ok")
        String cache) {

    static SurveillanceHealthResponse of(SurveillanceHealth health) {
        return new SurveillanceHealthResponse(
                health.cameras().items().stream().map(CameraHealthResponse::of).toList(),
                health.cameras().next(),
                health.workers().stream().map(WorkerBody::of).toList(),
                health.queue(),
                health.outage().map(SurveillanceHealthResponse::told).orElse("ok"));
    }

    private static String told(SteadyHealthCache.Outage outage) {
        return "degraded since " + outage.since();
    }

    /** A server. */
    @Schema(name = "SurveillanceWorker", description = "A server that recognises frames")
    public record WorkerBody(
            @Schema(examples = "node-1") String node,

            @Schema(description = "When it was alive") Instant heartbeat,

            @Schema(description = "Frames that wait there", examples = "0")
            int queue) {
        static WorkerBody of(Workers.Worker worker) {
            return new WorkerBody(worker.node(), worker.heartbeat(), worker.queue());
        }
    }
}
