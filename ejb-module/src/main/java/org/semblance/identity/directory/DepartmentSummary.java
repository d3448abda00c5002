package org.semblance.identity.directory;

/** A department as people see it. */
public record DepartmentSummary(long id, String name, long users, int version) {}
