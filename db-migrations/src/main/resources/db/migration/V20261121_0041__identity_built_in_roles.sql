-- The first administrator needs a role to be given, and nobody should have to invent the usual ones.
INSERT INTO semblance.role (name, description, built_in) VALUES
    ('administrator', 'Does everything: users, galleries, persons, jobs and settings', true),
    ('security-operator', 'Watches and identifies: detects and searches faces, reads galleries, persons and jobs', true),
    ('auditor', 'Checks what was done: reads the audit trail, galleries, jobs, models and metrics, sees no person', true),
    ('enroller', 'Keeps persons and their faces: enrolls them and searches for doubles', true),
    ('member', 'Uses what is offered to everybody who can sign in', true),
    ('service', 'An integrated system: detects, enrolls, searches and reads, and fetches metrics', true);

INSERT INTO semblance.role_permission (role_id, permission)
SELECT role.id, granted.permission
FROM (VALUES
    ('administrator', 'vision:detect'),
    ('administrator', 'gallery:read'),
    ('administrator', 'gallery:write'),
    ('administrator', 'person:read'),
    ('administrator', 'person:enroll'),
    ('administrator', 'person:delete'),
    ('administrator', 'search:run'),
    ('administrator', 'job:read'),
    ('administrator', 'job:manage'),
    ('administrator', 'metrics:read'),
    ('administrator', 'audit:read'),
    ('administrator', 'model:read'),
    ('security-operator', 'vision:detect'),
    ('security-operator', 'gallery:read'),
    ('security-operator', 'person:read'),
    ('security-operator', 'search:run'),
    ('security-operator', 'job:read'),
    ('security-operator', 'model:read'),
    ('auditor', 'gallery:read'),
    ('auditor', 'job:read'),
    ('auditor', 'metrics:read'),
    ('auditor', 'audit:read'),
    ('auditor', 'model:read'),
    ('enroller', 'vision:detect'),
    ('enroller', 'gallery:read'),
    ('enroller', 'person:read'),
    ('enroller', 'person:enroll'),
    ('enroller', 'search:run'),
    ('enroller', 'job:read'),
    ('enroller', 'model:read'),
    ('member', 'vision:detect'),
    ('service', 'vision:detect'),
    ('service', 'gallery:read'),
    ('service', 'person:read'),
    ('service', 'person:enroll'),
    ('service', 'search:run'),
    ('service', 'job:read'),
    ('service', 'metrics:read'),
    ('service', 'model:read')
) AS granted (role_name, permission)
JOIN semblance.role ON role.name = granted.role_name;
