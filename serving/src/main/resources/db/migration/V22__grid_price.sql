-- Price of energy from the grid as it was posted: what was posted later holds, and earlier posts stay,
-- so that what was known when can be told.
CREATE TABLE grid_price (
    organisation_id bigint NOT NULL REFERENCES organisation (id),
    zone            text NOT NULL CHECK (zone ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    posted_at       timestamptz NOT NULL,
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL CHECK (ends_at > starts_at),
    price_per_mwh   double precision NOT NULL CHECK (abs(price_per_mwh) <= 100000),
    PRIMARY KEY (organisation_id, zone, starts_at, posted_at)
);
