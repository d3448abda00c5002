-- What an installation needs done at night is done without anybody asking for it.
INSERT INTO semblance.job_schedule (name, job, parameters, cron) VALUES
    ('precompute-similarities-nightly', 'precompute-similarities', '{}', '10 3 * * *'),
    ('index-maintenance-nightly', 'index-maintenance', '{}', '20 4 * * *');
