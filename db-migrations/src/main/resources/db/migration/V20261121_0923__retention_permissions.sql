-- How long things are kept is the administrator's to say, and everybody's to see who watches over the installation.
INSERT INTO semblance.role_permission (role_id, permission)
SELECT role.id, granted.permission
FROM (VALUES
    ('administrator', 'retention:read'),
    ('administrator', 'retention:manage'),
    ('security-operator', 'retention:read'),
    ('auditor', 'retention:read')
) AS granted (role_name, permission)
JOIN semblance.role ON role.name = granted.role_name;
