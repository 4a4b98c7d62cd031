# Times whole processes alternately, and prints one row of a Markdown table per comparison. Sourced
# by run.
#
# Two commands run A B A B ..., so other load affects both, and the ratio is computed per pair.

runs=${RUNS:-9}

# median NUMBER...
median() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
spread() { printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { printf "%.2f to %.2f", v[1], v[NR] }'; }

# once COMMAND: sets wall_ms, cpu_ms, peak_mb. COMMAND is the name of a program or script without arguments.
once() {
    local from=$EPOCHREALTIME to user system kilobytes
    /usr/bin/time -o "$work/time" -f '%U %S %M' "$1" >"$work/log" 2>&1 || { echo "$1 failed:" >&2; cat "$work/log" >&2; exit 1; }
    to=$EPOCHREALTIME
    read -r user system kilobytes < <(tail -n 1 "$work/time")
    wall_ms=$(awk "BEGIN { print ($to - $from) * 1000 }")
    cpu_ms=$(awk "BEGIN { print ($user + $system) * 1000 }")
    peak_mb=$(awk "BEGIN { print $kilobytes / 1024 }")
}

table_head() {
    printf '\n| What | Ours ms (CPU) | Against | Its ms (CPU) | Its time / ours: median (range) | Our peak MB | Its peak MB |\n|---|---|---|---|---|---|---|\n'
}

# compare WHAT OURS PEER_NAME PEER
compare() {
    local a=() b=() a_cpu=() b_cpu=() a_peak=() b_peak=() ratio=() i
    once "$2" && once "$4"  # warms the file cache
    for ((i = 0; i < runs; ++i)); do
        once "$2"; a+=("$wall_ms"); a_cpu+=("$cpu_ms"); a_peak+=("$peak_mb")
        once "$4"; b+=("$wall_ms"); b_cpu+=("$cpu_ms"); b_peak+=("$peak_mb")
        ratio+=("$(awk "BEGIN { print ${b[i]} / ${a[i]} }")")
    done
    printf '| %s | %.0f (%.0f) | %s | %.0f (%.0f) | **%.2f** (%s) | %.0f | %.0f |\n' "$1" "$(median "${a[@]}")" "$(median "${a_cpu[@]}")" "$3" \
        "$(median "${b[@]}")" "$(median "${b_cpu[@]}")" "$(median "${ratio[@]}")" "$(spread "${ratio[@]}")" "$(median "${a_peak[@]}")" "$(median "${b_peak[@]}")"
}
