#!/bin/sh
# Decoding beside ecCodes, both in turn on the same files and core.
# Usage: decode.sh FILE.grib2 [MORE.grib2 ...]: the first file's first field is repacked by grib_set with
# 12 bits in several ways, the others are decoded as they are.
# Needs the compiled tests of ingest, libeccodes-tools, libeccodes-dev and cc.
set -e
here=$(dirname "$0")
target=$here/../../../target
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
grib_copy -w count=1 "$1" "$folder/source.grib2"
shift
simple=$folder/grid_simple.grib2
grib_set -r -s packingType=grid_simple,bitsPerValue=12 "$folder/source.grib2" "$simple"
rm "$folder/source.grib2"
for packing in ccsds complex second_order jpeg png; do
  grib_set -r -s packingType=grid_$packing "$simple" "$folder/grid_$packing.grib2"
done
"${CC:-cc}" -O2 $CFLAGS "$here/decode_peer.c" -o "$folder/peer" $LDFLAGS -leccodes
for round in 1 2 3; do
  java -cp "${CLASSES:-$target/classes:$target/test-classes}" \
    org.skywatt.ingest.grib.packing.PackingBenchmark "$folder"/*.grib2 "$@"
  "$folder/peer" "$folder"/*.grib2 "$@"
done
