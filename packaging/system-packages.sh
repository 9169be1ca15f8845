#!/bin/sh
# Installs the Debian packages that the window (run), all tests (test) or making and trying a bundle (bundle) need and
# that are missing;
# without root it prints the exact line to type instead.
set -eu
case "${1:-run}" in
    run)  wanted="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4
                  libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0" ;;
    test) wanted="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4
                  libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0 fonts-dejavu-core fonts-noto-core
                  fonts-droid-fallback xvfb xdotool chromium chromium-driver desktop-file-utils appstream
                  shared-mime-info lintian" ;;
    bundle) wanted="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4
                  libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0 binutils xz-utils lintian
                  debootstrap imagemagick" ;;
    *)    echo "usage: system-packages.sh run|test|bundle" >&2; exit 2 ;;
esac
command -v dpkg-query >/dev/null 2>&1 || exit 0    # not Debian: the README names what is needed
missing=""
for package in $wanted; do
    state=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
else
    echo "Please install what is missing, then run this again:" >&2
    echo "    sudo apt-get install$missing" >&2
    [ "$1" = run ] || exit 1
fi
