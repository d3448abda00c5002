package org.semblance.portal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.semblance.identity.directory.DepartmentService;
import org.semblance.identity.directory.DepartmentSummary;
import org.semblance.platform.ExpectedVersion;

/** Departments in memory. */
public class FakeDepartments extends DepartmentService {
    private final Map<Long, DepartmentSummary> departments = new TreeMap<>();

    @Override
    public List<DepartmentSummary> list() {
        return List.copyOf(departments.values());
    }

    @Override
    public DepartmentSummary create(String name) {
        long id = departments.size() + 1L;
        departments.put(id, new DepartmentSummary(id, name, 0, 0));
        return departments.get(id);
    }

    @Override
    public DepartmentSummary rename(long department, String name, ExpectedVersion expected) {
        departments.put(department, new DepartmentSummary(department, name, 0, 1));
        return departments.get(department);
    }

    @Override
    public void delete(long department) {
        departments.remove(department);
    }
}
