-- Every row is owned by an organisation.
CREATE TABLE organisation (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (btrim(name) <> '')
);

-- Units are in the names: degrees, metres, kW. Azimuths are clockwise from north.
CREATE TABLE site (
    id                 text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    organisation_id    bigint NOT NULL REFERENCES organisation (id),
    name               text NOT NULL CHECK (btrim(name) <> ''),
    technology         text NOT NULL CHECK (technology IN ('solar', 'wind')),
    latitude           double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude          double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    elevation_m        double precision NOT NULL,
    capacity_kw        double precision NOT NULL CHECK (capacity_kw > 0),
    dc_capacity_kw     double precision,
    tilt_deg           double precision,
    azimuth_deg        double precision,
    axis_azimuth_deg   double precision,
    max_angle_deg      double precision,
    ground_cover_ratio double precision,
    hub_height_m       double precision,
    rotor_diameter_m   double precision,
    turbine            text,
    CONSTRAINT solar_is_whole CHECK (
        technology <> 'solar'
        OR (coalesce(dc_capacity_kw > 0, false)
            AND (num_nonnulls(tilt_deg, azimuth_deg), num_nonnulls(axis_azimuth_deg, max_angle_deg, ground_cover_ratio)) IN ((2, 0), (0, 3))
            AND num_nonnulls(hub_height_m, rotor_diameter_m, turbine) = 0)),
    CONSTRAINT wind_is_whole CHECK (
        technology <> 'wind'
        OR (num_nonnulls(hub_height_m, rotor_diameter_m, turbine) = 3
            AND num_nonnulls(dc_capacity_kw, tilt_deg, azimuth_deg, axis_azimuth_deg, max_angle_deg, ground_cover_ratio) = 0))
);

CREATE INDEX site_of_organisation ON site (organisation_id);
