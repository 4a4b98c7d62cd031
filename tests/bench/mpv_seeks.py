#!/usr/bin/env python3
# Measures mpv's exact seeks, to compare with the jumps of look_bench.
#
#   tests/bench/mpv_seeks.py CLIP [FILTER]     FILTER: "lavfi=[scale=640:360,format=rgba]", as in
# look_bench
#
# Prints the median and the slowest of 60 jumps, requested through IPC and timed until mpv reports
# that it shows the frame.
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time

clip, filters = sys.argv[1], sys.argv[2:]
seconds = float(subprocess.check_output(['ffprobe', '-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', clip]))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'mpv')
    mpv = subprocess.Popen(['mpv', '--no-config', '--no-terminal', '--vo=null', '--no-audio', '--pause', '--hr-seek=yes', '--hwdec=no', '--keep-open=yes', '--input-ipc-server=' + path]
                           + ['--vf=' + one for one in filters] + [clip])
    while not os.path.exists(path):
        time.sleep(0.05)
    ipc = socket.socket(socket.AF_UNIX)
    ipc.connect(path)
    lines = ipc.makefile('r')

    def wait_until_shown():
        while json.loads(lines.readline()).get('event') != 'playback-restart':
            pass

    wait_until_shown()
    anywhere, times = random.Random(1), []
    for _ in range(60):
        begun = time.perf_counter()
        ipc.sendall((json.dumps({'command': ['seek', anywhere.random() * (seconds - 0.1), 'absolute+exact']}) + '\n').encode())
        wait_until_shown()
        times.append((time.perf_counter() - begun) * 1000)
    ipc.sendall(b'{"command":["quit"]}\n')
    mpv.wait()
print(f'jump: median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms')
