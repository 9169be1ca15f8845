#!/bin/sh
# Shows diffview in this user's menus, for its own files and in the shell: install.sh, or install.sh remove.
# Nothing is copied but small files under ~/.local; the program stays where it was unpacked.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
id=org.diffview.diffview
files="applications/$id.desktop metainfo/$id.metainfo.xml mime/packages/$id.xml icons/hicolor/scalable/apps/$id.svg
       man/man1/diffview.1.gz bash-completion/completions/diffview"

refresh() {
    command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$data/mime" || true
    command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database "$data/applications" || true
}

case "${1:-install}" in
    install)
        mkdir -p "$bin"
        ln -sfn "$here/lib/diffview/diffview" "$bin/diffview"
        for file in $files; do
            mkdir -p "$data/$(dirname "$file")"
            cp "$here/share/$file" "$data/$file"
        done
        sed -i "s|^Exec=diffview|Exec=\"$bin/diffview\"|" "$data/applications/$id.desktop"
        refresh
        echo "Installed for $(id -un). Take it back with: $here/install.sh remove" ;;
    remove)
        rm -f "$bin/diffview"
        for file in $files; do rm -f "$data/$file"; done
        refresh
        echo "Removed. Settings, sessions and caches were left alone." ;;
    *)  echo "usage: install.sh [remove]" >&2; exit 2 ;;
esac
