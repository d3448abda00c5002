-- Recording what a person said is the work of whoever enrolls; handing out or erasing everything is not.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT role.id, granted.permission
FROM (VALUES
    ('administrator', 'consent:read'),
    ('administrator', 'consent:manage'),
    ('administrator', 'privacy:export'),
    ('administrator', 'erasure:read'),
    ('administrator', 'erasure:run'),
    ('administrator', 'hold:manage'),
    ('security-operator', 'consent:read'),
    ('auditor', 'consent:read'),
    ('auditor', 'erasure:read'),
    ('enroller', 'consent:read'),
    ('enroller', 'consent:manage'),
    ('service', 'consent:read'),
    ('service', 'consent:manage')
) AS granted (role_name, permission)
JOIN semblance.role ON role.name = granted.role_name;
