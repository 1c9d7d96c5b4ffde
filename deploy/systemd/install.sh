#!/bin/sh
# Installs Goalpost from its package as a systemd service: sudo sh install.sh goalpost-<version>.tgz
# Run again with a newer package, it updates: the data folder and the settings stay as they are.
set -eu

fail() { echo "$1" >&2; exit 1; }

package=${1:-}
prefix=${DESTDIR:-}
[ -n "$package" ] || fail "Which package? Usage: install.sh goalpost-<version>.tgz"
[ -f "$package" ] || fail "There is no file $package."
[ "$(id -u)" = 0 ] || fail "This must be run as root: sudo sh install.sh $package"
command -v npm >/dev/null || fail "npm is missing: install it first, such as by apt install npm."
here=$(cd "$(dirname "$0")" && pwd)

if ! getent passwd goalpost >/dev/null; then
  useradd --system --user-group --home-dir /var/lib/goalpost --no-create-home --shell /usr/sbin/nologin goalpost
fi

echo "Installing $package into /opt/goalpost …"
npm install --global --prefix "$prefix/opt/goalpost" --no-audit --no-fund "$package"

install -d -m 0750 -o root -g goalpost "$prefix/etc/goalpost"
install -d -m 0700 -o goalpost -g goalpost "$prefix/var/lib/goalpost" "$prefix/var/backups/goalpost"
if [ ! -f "$prefix/etc/goalpost/goalpost.env" ]; then
  install -m 0640 -o root -g goalpost "$here/goalpost.env" "$prefix/etc/goalpost/goalpost.env"
  echo "Settings are in /etc/goalpost/goalpost.env: name the address of this server there."
fi
install -d "$prefix/etc/systemd/system"
install -m 0644 "$here/goalpost.service" "$prefix/etc/systemd/system/goalpost.service"

# In a chroot, or on a machine without systemd, the files are in place and nothing is started.
if [ -d /run/systemd/system ] && [ -z "$prefix" ]; then
  systemctl daemon-reload
  systemctl enable goalpost
  systemctl restart goalpost
  echo "Goalpost runs. The one-time link for the owner's account: journalctl -u goalpost | grep setup"
else
  echo "There is no systemd here: start it with sudo -u goalpost /opt/goalpost/bin/goalpost start"
fi
