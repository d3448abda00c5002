-- Who watches at the doors, who sets up the cameras, and who only checks.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT role.id, granted.permission
FROM (VALUES
    ('administrator', 'camera:read'),
    ('administrator', 'camera:manage'),
    ('administrator', 'camera:send'),
    ('administrator', 'event:read'),
    ('administrator', 'event:export'),
    ('administrator', 'unknown:review'),
    ('administrator', 'access:read'),
    ('administrator', 'access:manage'),
    ('security-operator', 'camera:read'),
    ('security-operator', 'event:read'),
    ('security-operator', 'event:export'),
    ('security-operator', 'unknown:review'),
    ('security-operator', 'access:read'),
    ('auditor', 'camera:read'),
    ('auditor', 'event:read'),
    ('auditor', 'access:read'),
    ('service', 'camera:read'),
    ('service', 'camera:send')
) AS granted (role_name, permission)
JOIN semblance.role ON role.name = granted.role_name;
