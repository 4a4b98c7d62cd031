#!/bin/bash
# Compares a reel of ours and one of ffmpeg's, made with the same x264 settings, with the scaled
# source, outside text and logo.
#
#   tests/bench/ssim.sh BUILD_DIR CLIP     CLIP: 1080p, landscape
#
# Prints SSIM (all planes) and bit rate of both, against the source scaled by swscale bicubically
# and by Lanczos.
set -euo pipefail
mediaedit=$(realpath "${1:?the build folder is missing}")/samples/mediaedit
clip=$(realpath "${2:?a clip is missing}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
text="Kerja bakti, Minggu 07.00"
font=$(fc-match -f '%{file}' sans)
x264="-c:v libx264 -preset veryfast -crf 18 -maxrate 12M -bufsize 24M -bf 0 -g 60 -sc_threshold 0 -profile:v high -pix_fmt yuv420p"
ffmpeg -v error -y -f lavfi -i testsrc2=s=200x200 -frames:v 1 logo.png
"$mediaedit" prepare "$clip" --for instagram-reel -o . --focus 0.5,0.5 --text "$text" --text-at bottom --logo logo.png --quiet
mv ./*--instagram-reel.mp4 ours.mp4
# shellcheck disable=SC2086
ffmpeg -v error -y -i "$clip" -i logo.png -filter_complex "[0:v]crop=ih*9/16:ih,scale=1080:1920,drawtext=fontfile=$font:text='$text':fontsize=64:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=16:x=(w-tw)/2:y=h-th-400[a];[a][1:v]overlay=60:250" $x264 -an ffmpeg.mp4
free() { echo "split[$1x][$1y];[$1x]crop=1080:440:0:560[$1u];[$1y]crop=1080:340:0:1560[$1v];[$1u][$1v]vstack"; }
for flags in bicubic lanczos; do
    for one in ours ffmpeg; do
        printf '%s against %s: ' "$one" "$flags"
        ffmpeg -v info -i $one.mp4 -i "$clip" -lavfi "[0:v]$(free a)[a];[1:v]crop=ih*9/16:ih,scale=1080:1920:flags=$flags,$(free b)[b];[a][b]ssim" -an -f null - 2>&1 | grep -o 'All:.*'
    done
done
for one in ours ffmpeg; do echo "$one: $(ffprobe -v error -select_streams v -show_entries stream=bit_rate -of csv=p=0 $one.mp4) bits a second"; done
