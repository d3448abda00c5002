-- Who keeps users and roles is somebody's decision: permissions of their own, and auditors may look.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT role.id, granted.permission
FROM (VALUES
    ('administrator', 'user:read'),
    ('administrator', 'user:manage'),
    ('administrator', 'role:manage'),
    ('auditor', 'user:read')
) AS granted (role_name, permission)
JOIN semblance.role ON role.name = granted.role_name;
