#!/usr/bin/env bash
# Does a bundle, or the Debian package, run on a machine that has nothing but the X libraries of a desktop?
#   packaging/try-in-clean-root.sh BUNDLE_FOLDER|PACKAGE.deb LEFT RIGHT [OUT]
# Needs root and debootstrap, and the network once, for Debian's packages; the program itself runs without any.
# A fresh Debian (no Python) is made in build/clean-root; the window is driven by keys: it opens both articles, and
# exports the report. OUT (build/clean-root-out) gets the report, the picture of the screen and the figures.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
what=$(realpath "$1") left=$(realpath "$2") right=$(realpath "$3")
out=$(realpath -m "${4:-$here/build/clean-root-out}")
base=${DIFFVIEW_CLEAN_ROOT:-$here/build/clean-root}
root=$base.$$
suite=bookworm
# what any X desktop has, and a screen with a keyboard for this trial
desktop="libgl1 libegl1 libfontconfig1 libx11-6 libxcb1 libxkbcommon0 libdbus-1-3
         libwayland-client0 libwayland-cursor0 libwayland-egl1 fonts-dejavu-core"
trial="xvfb xdotool x11-utils"
mkdir -p "$out"

if [ ! -e "$base/etc/debian_version" ]; then
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
             awk -v suite=$suite '$2 == suite { print $1; exit }')
    debootstrap --variant=minbase $suite "$base" "$mirror" >"$out/debootstrap.log"
    rm -f "$base"/usr/bin/python3*
fi
mkdir -p "$root"
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT
cp -a --reflink=auto "$base/." "$root"
cp /etc/resolv.conf "$root/etc/resolv.conf"
[ ! -e /etc/ssl/certs/ca-certificates.crt ] || { mkdir -p "$root/etc/ssl/certs"; cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"; }
mount -t proc proc "$root/proc"
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
           ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} chroot "$root" "$@"; }
inside apt-get update -qq
if [ -d "$what" ]; then
    inside apt-get install -y -qq --no-install-recommends $desktop $trial >"$out/apt.log" 2>&1
    cp -a "$what" "$root/opt/diffview"
    ln -s /opt/diffview/diffview "$root/usr/bin/diffview"
else
    cp "$what" "$root/tmp/diffview.deb"
    inside apt-get install -y -qq --no-install-recommends /tmp/diffview.deb >"$out/apt.log" 2>&1
    inside apt-get install -y -qq --no-install-recommends fonts-dejavu-core $trial >>"$out/apt.log" 2>&1
fi
mkdir -p "$root/tmp/pair"
cp "$left" "$root/tmp/pair/left-$(basename "$left")"
cp "$right" "$root/tmp/pair/right-$(basename "$right")"
cat >"$root/tmp/try.sh" <<'INSIDE'
set -eu
cd /tmp/pair
export HOME=/tmp/home LANG=C.UTF-8; mkdir -p $HOME
echo "Python on this machine: $(command -v python3 || echo none)"
echo "network interfaces: $(ls /sys/class/net 2>/dev/null | tr '\n' ' ')"
within() {  # SECONDS COMMAND...: wait until it succeeds
    left_over=$(($1 * 10)); shift
    until "$@" >/dev/null 2>&1; do
        left_over=$((left_over - 1)); [ $left_over -gt 0 ] || { echo "gave up waiting for: $*"; cat /tmp/out/window.log; exit 1; }
        sleep 0.1
    done
}
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f s", b - a }'; }
start=$(now); diffview --version; echo "first answer after $(since $start)"
diffview --selftest
start=$(now); diffview compare left-* right-* --html /tmp/out/compare.html; echo "compared and exported after $(since $start)"
start=$(now); diffview compare left-* right-* --html /tmp/out/compare.html; echo "the second time after $(since $start)"
mkdir -p /tmp/screen; Xvfb :7 -screen 0 1500x950x24 -noreset -fbdir /tmp/screen >/dev/null 2>&1 & screen=$!
export DISPLAY=:7
within 20 xdpyinfo
rm -rf $HOME/.cache
start=$(now); diffview left-* right-* >/tmp/out/window.log 2>&1 & window=$!
within 60 xdotool search --onlyvisible --name diffview; echo "window after $(since $start)"
within 60 xdotool search --onlyvisible --name 'left-.*right-'; echo "articles shown after $(since $start)"
sleep 12
cp /tmp/screen/Xvfb_screen0 /tmp/out/window.xwd
awk '/VmRSS/ { printf "memory of the window: %d MB\n", $2 / 1000 }' /proc/$window/status
focus() { xdotool windowfocus --sync "$(xdotool search --onlyvisible --name "$1" | tail -1)"; sleep 0.5; }  # no manager does
focus 'left-.*right-'; xdotool key ctrl+e; sleep 2
focus 'Export'; xdotool type --delay 15 /tmp/out/window.html; sleep 0.5; xdotool key Return
within 20 test -s /tmp/out/window.html
sleep 1; cp /tmp/screen/Xvfb_screen0 /tmp/out/exported.xwd
[ -s /tmp/out/window.html ] && echo "the window exported $(wc -c </tmp/out/window.html) bytes of HTML"
focus 'left-.*right-'; xdotool key ctrl+q; sleep 2
kill -0 $window 2>/dev/null && { echo "the window did not close"; kill $window; exit 1; }
wait $window; echo "the window closed with status $?"
[ ! -s /tmp/out/window.log ] || { echo "the window said:"; cat /tmp/out/window.log; }
kill $screen
INSIDE
mkdir -p "$root/tmp/out"
echo "size: $(du -sm "$what" | cut -f1) MB; the clean Debian: $(du -smx --exclude=./proc "$base" | cut -f1) MB" | tee "$out/figures.txt"
status=0
umount "$root/proc"
unshare --net --pid --fork --kill-child --mount-proc="$root/proc" -- env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" sh /tmp/try.sh 2>&1 | tee -a "$out/figures.txt" || status=$?
cp "$root"/tmp/out/* "$out/" 2>/dev/null || true
for picture in "$out"/*.xwd; do
    [ ! -e "$picture" ] || ! command -v convert >/dev/null || convert "xwd:$picture" "${picture%.xwd}.png"
done
exit $status
