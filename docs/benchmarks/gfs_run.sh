#!/usr/bin/env bash
# A whole GFS run into the table for 1,000 sites, ours and cfgrib + xarray in turn, three times.
# Usage: DATA=folder-of-the-shared-data docs/benchmarks/gfs_run.sh   (Python as gfs_run.py needs it)
set -euo pipefail
cd "$(dirname "$0")/../.."
file=$DATA/grib/netcdf_java/berkes.grib2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# 25 x 40 sites inside one of the file's regions: 55 to 69 N, 180 to 160 W.
awk 'BEGIN {
  print "id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,dc_capacity_kw,tilt_deg,azimuth_deg"
  for (i = 0; i < 25; i++) for (j = 0; j < 40; j++)
    printf "s%d-%d,s,bench,solar,%.4f,%.4f,100,1000,1200,30,180\n", i, j, 55.2 + i * 0.55, -179.8 + j * 0.49
}' > "$work/sites.csv"

for round in 1 2 3; do
  ./skywatt ingest sites "$work/sites.csv" --known-since 2011-01-01T00:00:00Z --dir "$work/$round" >/dev/null
  echo "skywatt, round $round"
  ( time ./skywatt ingest nwp "$file" --source gfs --dir "$work/$round" ) 2>&1 | grep -E "rows|s\]|real|user"
  echo "cfgrib and xarray, round $round"
  python3 docs/benchmarks/gfs_run.py "$file" "$work/sites.csv" "$work/$round.parquet"
done
