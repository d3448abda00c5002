package org.semblance.identity.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.platform.rest.Tagged;

/** A department as callers see it. */
@Schema(name = "Department", description = "A part of the company to which users belong; it gives no rights")
public record DepartmentResponse(
        @Schema(examples = "7") long id,
        @Schema(examples = "Site security") String name,

        @Schema(description = "How many users belong to it", examples = "12")
        long users,

        @Schema(description = "How often it was changed", examples = "0")
        int version)
        implements Tagged {

    static DepartmentResponse of(DepartmentSummary department) {
        return new DepartmentResponse(department.id(), department.name(), department.users(), department.version());
    }

    @Override
    public String entityTag() {
        return version + "-" + users;
    }

    /** All of them: there are never many. */
    @Schema(name = "Departments", description = "Every department, in the order of names")
    public record All(List<DepartmentResponse> items) {
        static All of(List<DepartmentSummary> departments) {
            return new All(departments.stream().map(DepartmentResponse::of).toList());
        }
    }
}
