#!/bin/sh
# NOT RUN HERE: needs macOS (iconutil, codesign, hdiutil). Tried by nobody yet.
#   python3 packaging/bundle.py && packaging/macos/make-dmg.sh build/bundle/diffview dist VERSION
# The program is signed for this machine only; to give it away it has to be signed and notarised by its publisher.
set -eu
bundle=$1 out=$2 version=$3
here=$(cd "$(dirname "$0")/.." && pwd)
app=$out/diffview.app
rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources" "$out/diffview.iconset"
cp -R "$bundle/" "$app/Contents/MacOS/"
sed "s/@VERSION@/$version/" "$here/macos/Info.plist" >"$app/Contents/Info.plist"
python3 "$here/icons.py" "$out/icons"
for size in 16 32 128 256 512; do
    cp "$out/icons/diffview-$size.png" "$out/diffview.iconset/icon_${size}x${size}.png"
done
for size in 16 32 128 256; do
    cp "$out/icons/diffview-$((size * 2)).png" "$out/diffview.iconset/icon_${size}x${size}@2x.png"
done
iconutil -c icns "$out/diffview.iconset" -o "$app/Contents/Resources/diffview.icns"
codesign --force --deep --sign - "$app"
"$app/Contents/MacOS/diffview" --selftest
hdiutil create -volname diffview -srcfolder "$app" -ov -format UDZO "$out/diffview-$version.dmg"
