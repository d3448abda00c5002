package org.semblance.identity.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.semblance.identity.directory.DepartmentService;
import org.semblance.platform.Permissions;
import org.semblance.platform.rest.IfMatch;

/** The departments to which users belong. */
@Path("departments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Users")
public class DepartmentsResource {
    private final DepartmentService departments;

    @SuppressWarnings("NullAway") // JAX-RS looks for such a constructor, CDI subclasses it
    public DepartmentsResource() {
        this(null);
    }

    @Inject
    public DepartmentsResource(DepartmentService departments) {
        this.departments = departments;
    }

    @GET
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "listDepartments", summary = "List the departments")
    @APIResponse(responseCode = "200", description = "Every department")
    public DepartmentResponse.All list() {
        return DepartmentResponse.All.of(departments.list());
    }

    @POST
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(operationId = "createDepartment", summary = "Make a department")
    @APIResponseSchema(
            value = DepartmentResponse.class,
            responseCode = "201",
            responseDescription = "The department, at the address in the header Location")
    public Response create(@NotNull @Valid DepartmentRequest body, @Context UriInfo uri) {
        var department = departments.create(body.name());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(department.id()))
                        .build())
                .entity(DepartmentResponse.of(department))
                .build();
    }

    @GET
    @Path("{department}")
    @RolesAllowed(Permissions.USER_READ)
    @Operation(operationId = "getDepartment", summary = "Get a department")
    @APIResponse(responseCode = "200", description = "The department")
    public DepartmentResponse get(@PathParam("department") long department) {
        return DepartmentResponse.of(departments.require(department));
    }

    @PUT
    @Path("{department}")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(operationId = "renameDepartment", summary = "Rename a department")
    @APIResponse(responseCode = "200", description = "The department as it is now")
    public DepartmentResponse rename(
            @PathParam("department") long department,
            @NotNull @Valid DepartmentRequest body,
            @BeanParam IfMatch match) {
        return DepartmentResponse.of(departments.rename(department, body.name(), match.expected()));
    }

    @DELETE
    @Path("{department}")
    @RolesAllowed(Permissions.USER_MANAGE)
    @Operation(operationId = "deleteDepartment", summary = "Delete a department to which nobody belongs")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("department") long department) {
        departments.delete(department);
    }
}
