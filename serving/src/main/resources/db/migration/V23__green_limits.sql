-- What the jobs of an organisation may take at once; null for no limit.
CREATE TABLE green_limit (
    organisation_id bigint PRIMARY KEY REFERENCES organisation (id),
    power_kw        double precision CHECK (power_kw >= 0 AND power_kw < 'infinity'),
    jobs_at_once    integer CHECK (jobs_at_once >= 0)
);
