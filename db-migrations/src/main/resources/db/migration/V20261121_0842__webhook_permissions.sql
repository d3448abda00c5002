-- Telling other systems lets data out, so it needs a permission of its own; who checks may see where it goes.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT role.id, granted.permission
FROM (VALUES
    ('administrator', 'webhook:read'),
    ('administrator', 'webhook:manage'),
    ('auditor', 'webhook:read')
) AS granted (role_name, permission)
JOIN semblance.role ON role.name = granted.role_name;
