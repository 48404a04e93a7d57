-- Jobs that wait for green hours. Plans are never changed: a new one has the next version.
CREATE TABLE green_job (
    id              uuid PRIMARY KEY,
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    created_at      timestamptz NOT NULL,
    request         jsonb NOT NULL,
    state           text NOT NULL CHECK (state IN
        ('queued', 'planned', 'running', 'paused', 'done', 'failed', 'cancelled')),
    seen_at         timestamptz
);

CREATE INDEX green_job_of_organisation ON green_job (organisation_id, created_at);

CREATE TABLE green_plan (
    job_id    uuid NOT NULL REFERENCES green_job (id) ON DELETE CASCADE,
    version   integer NOT NULL CHECK (version > 0),
    made_at   timestamptz NOT NULL,
    run_id    text NOT NULL,
    plan      jsonb NOT NULL,
    PRIMARY KEY (job_id, version)
);

CREATE TABLE green_event (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id  uuid NOT NULL REFERENCES green_job (id) ON DELETE CASCADE,
    at      timestamptz NOT NULL,
    kind    text NOT NULL,
    detail  text NOT NULL
);

CREATE INDEX green_event_of_job ON green_event (job_id, id);

-- What a job used, as it told.
CREATE TABLE green_meter (
    job_id    uuid NOT NULL REFERENCES green_job (id) ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL CHECK (ends_at > starts_at),
    kwh       double precision NOT NULL CHECK (kwh >= 0 AND kwh < 'infinity'),
    PRIMARY KEY (job_id, starts_at)
);

-- The quantile that promises count on, moved by promises that were kept or broken.
CREATE TABLE green_calibration (
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    probability     double precision NOT NULL CHECK (probability > 0 AND probability < 1),
    level           double precision NOT NULL,
    PRIMARY KEY (organisation_id, probability)
);
