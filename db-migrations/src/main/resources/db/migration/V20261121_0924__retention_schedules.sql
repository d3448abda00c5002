-- What is short-lived goes every hour, everything else every night, and images and rows are compared once a week.
INSERT INTO semblance.job_schedule (name, job, parameters, cron) VALUES
    ('retention-hourly', 'retention-purge',
     '{"kinds": "idempotent-requests,rate-limits,refresh-tokens,sign-in-attempts,temporary-images,webhook-deliveries,webhook-secrets"}',
     '17 * * * *'),
    ('retention-daily', 'retention-purge', '{}', '43 2 * * *'),
    ('reconcile-images-weekly', 'reconcile-images', '{}', '17 3 * * 0');
