#!/usr/bin/env bash
# Does the wheel install and work where nothing is installed, with pip and with pipx, and does it go without a trace?
#   packaging/try-wheel.sh [WORK_FOLDER]
# Installs everything twice, PyTorch too: gigabytes and minutes. Figures go to standard output.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(realpath -m "${1:-$here/build/try-wheel}")
python=${PYTHON:-python3}
rm -rf "$work"; mkdir -p "$work/home" "$work/out"
export HOME="$work/home" HF_HUB_OFFLINE=1 QT_QPA_PLATFORM=offscreen
unset PYTHONPATH XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
since() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f s", b - a }'; }
now() { date +%s.%N; }

try() {  # PROGRAM NAME: every example, and the self-test
    for folder in "$here"/seeds/*/; do
        left=$(echo "$folder"left.*) right=$(echo "$folder"right.*)
        start=$(now); "$1" compare "$left" "$right" --html "$work/out/$2-$(basename "$folder").html" 2>/dev/null
        echo "$2: $(basename "$folder") after $(since "$start"), $(wc -c <"$work/out/$2-$(basename "$folder").html") bytes of HTML"
    done
    start=$(now); "$1" compare "$left" "$right" >"$work/out/summary.txt"; echo "$2: once more after $(since "$start")"
    "$1" --selftest
}

"$python" -m venv "$work/build-venv"
"$work/build-venv/bin/pip" install -q build 2>/dev/null
"$work/build-venv/bin/python" -m build --outdir "$work/dist" "$here" >"$work/out/build.log" 2>&1
wheel=$(echo "$work"/dist/*.whl)
echo "wheel $(du -k "$wheel" | cut -f1) KB, source archive $(du -k "$work"/dist/*.tar.gz | cut -f1) KB"

start=$(now)
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install -q "$wheel" 2>"$work/out/pip.log"
echo "pip: installed after $(since "$start"), $(du -sm "$work/venv" | cut -f1) MB, $("$work/venv/bin/pip" list 2>/dev/null | tail -n +3 | wc -l) packages"
cd "$work"
try "$work/venv/bin/diffview" pip
"$work/venv/bin/pip" uninstall -q -y diffview
left=$(find "$work/venv" -iname '*diffview*' | head)
echo "pip: left of the program after uninstalling: ${left:-nothing}"
(cd "$HOME" && echo "left of the user's: $(find . -maxdepth 3 -mindepth 1 -path '*diffview*' | sort | tr '\n' ' ') $(du -sm . | cut -f1) MB")
rm -rf "$work/venv"

command -v pipx >/dev/null || { echo "pipx is not installed: not tried"; exit 0; }
export PIPX_HOME="$work/pipx" PIPX_BIN_DIR="$work/bin"
start=$(now); pipx install "$wheel" >"$work/out/pipx.log" 2>&1; echo "pipx: installed after $(since "$start")"
try "$work/bin/diffview" pipx
pipx uninstall diffview >/dev/null 2>&1
echo "pipx: left after uninstalling: $(find "$work/pipx/venvs" "$work/bin" -mindepth 1 | head -3 | tr '\n' ' ')"
