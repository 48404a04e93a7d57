-- Carbon intensity of grids as it was posted: what was measured, and forecasts as they were made.
CREATE TABLE grid_intensity (
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    zone            text NOT NULL CHECK (zone ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    forecast        boolean NOT NULL,
    generated_at    timestamptz NOT NULL,
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL CHECK (ends_at > starts_at),
    grams_per_kwh   double precision NOT NULL CHECK (grams_per_kwh >= 0 AND grams_per_kwh <= 5000),
    PRIMARY KEY (organisation_id, zone, forecast, generated_at, starts_at)
);
