package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.semblance.surveillance.event.CameraEvent;
import org.semblance.surveillance.event.CameraEventQuery;

/** Which events of cameras are wanted. */
public class CameraEventParameters {
    @BeanParam
    private PeriodParameters period = new PeriodParameters();

    @BeanParam
    private PlaceParameters places = new PlaceParameters();

    @Parameter(
            description = "Only those of this type, such as `online` or `source-failed`; may be repeated",
            example = "offline")
    @QueryParam("type")
    private List<String> types = List.of();

    CameraEventQuery query() {
        return new CameraEventQuery(
                period.period(), places.places(), Words.each("type", types, CameraEvent.Type.class));
    }
}
