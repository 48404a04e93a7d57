-- A limit counts in what was forecast at a time only if it was known by then. When earlier ones
-- were entered is not known: they count as known from the start.
ALTER TABLE availability ADD COLUMN entered_at timestamptz NOT NULL DEFAULT '1970-01-01T00:00:00Z';
ALTER TABLE availability ALTER COLUMN entered_at DROP DEFAULT;
-- A removed limit stays, for what was forecast before.
ALTER TABLE availability ADD COLUMN removed_at timestamptz;
