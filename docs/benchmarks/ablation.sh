#!/bin/sh
# What each group of features is worth: mean pinball loss with all groups and without each, in Markdown.
# Usage, from the root of the project, built:  docs/benchmarks/ablation.sh DATA [QUICKER]
# DATA holds gefcom2014, hornsrev and bangkok. Training is QUICKER (10) times less than in the scores of
# docs/benchmarks.md, so that losses compare with each other only. GEFCom2014: task 5 alone.
# CELLS="wind:all wind:nwp" runs only these cells.
set -eu
data=$1
quicker=${2:-10}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

score() { # score TRACK GROUP: the loss as a number
  without=
  [ "$2" = all ] || without="--without $2"
  case $1 in
    solar | wind)
      ./skywatt backtest gefcom2014 --dir "$dir/$1" --track "$1" --data "$data/gefcom2014" --tasks 5 \
        --quicker "$quicker" $without --json "$dir/scores.json" ;;
    hornsrev)
      ./skywatt backtest hornsrev --dir "$dir/$1" --data "$data/hornsrev" --train-until 2017-01-01T00:00:00Z \
        --quicker "$quicker" $without --json "$dir/scores.json" ;;
    bangkok)
      ./skywatt backtest bangkok --dir "$dir/$1" --data "$data/bangkok" \
        --quicker "$quicker" $without --json "$dir/scores.json" ;;
  esac >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
  python3 -c "
import json, sys
scores = json.load(open(sys.argv[1]))
print(scores['mean'] if 'mean' in scores else scores['overall']['pinball'])" "$dir/scores.json"
}

groups() {
  case $1 in
    solar) echo geometry calendar nwp nwp-shape ;;
    wind) echo calendar nwp nwp-shape neighbours ;;
    hornsrev) echo calendar nwp nwp-shape generation physical-power age ;;
    bangkok) echo geometry calendar nwp nwp-shape satellite generation ;;
  esac
}

echo "| data | without | pinball | change |"
echo "|---|---|---|---|"
for track in solar wind hornsrev bangkok; do
  all=
  for group in all $(groups $track); do
    case " ${CELLS:-$track:$group} " in *" $track:$group "*) ;; *) continue ;; esac
    loss=$(score $track "$group")
    [ "$group" != all ] || all=$loss
    awk -v t=$track -v g="$group" -v l="$loss" -v a="$all" 'BEGIN {
      printf "| %s | %s | %.5f | %s |\n", t, g == "all" ? "nothing" : g, l, a == "" ? "" : sprintf("%+.1f%%", 100 * (l / a - 1)) }'
  done
done
