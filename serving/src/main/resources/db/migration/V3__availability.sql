-- From starts_at on and before ends_at the site gives limit_kw at most.
CREATE TABLE availability (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id    text NOT NULL REFERENCES site (id) ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('outage', 'export-limit', 'capacity')),
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz CHECK (ends_at > starts_at),
    limit_kw   double precision NOT NULL CHECK (limit_kw >= 0 AND limit_kw < 'infinity'),
    note       text
);

CREATE INDEX availability_of_site ON availability (site_id);
