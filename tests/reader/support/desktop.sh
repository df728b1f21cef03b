#!/usr/bin/env bash
# A desktop that nobody sees, for tests with real assistive technology: a screen in memory, a window manager, the
# accessibility bus, and a speech server whose voice is silent. Runs a command in it and gives its status.
#   desktop.sh COMMAND …
# Ends with 77 and a sentence when the programs for it are not installed (build-scripts/install --screen-reader).
set -euo pipefail
export LC_ALL=C.UTF-8

missing=()
for name in Xvfb dbus-run-session xdotool openbox orca speech-dispatcher; do command -v "$name" >/dev/null || missing+=("$name"); done
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || missing+=(python3-pyatspi)
[[ -x /usr/libexec/at-spi-bus-launcher ]] || missing+=(at-spi2-core)
if ((${#missing[@]})); then
  echo "a screen reader can't run here: ${missing[*]} missing (build-scripts/install --screen-reader installs them with apt)"
  exit 77
fi

home="$(mktemp -d)"
export HOME="$home" XDG_RUNTIME_DIR="$home/run" TAUTLINE_DESKTOP="$home"
mkdir -p "$home/run" "$home/log" "$home/.config/speech-dispatcher"
chmod 700 "$home/run"
# Even a silent voice wants to open a sound device, and most servers have none: these swallow what is played.
printf 'LogDir "%s/log"\nAudioOutputMethod "alsa,libao"\nAddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\n' "$home" >"$home/.config/speech-dispatcher/speechd.conf"
printf 'pcm.!default { type null }\nctl.!default { type null }\n' >"$home/.asoundrc"
printf 'default_driver=null\n' >"$home/.libao"

# Orca says what is asked for, not the whole page by itself, and echoes no keys. Its log is what the tests hear: written
# line by line, because Orca would keep up to 8 KiB of it back, and what was said would be read a step too late.
mkdir -p "$home/.local/share/orca"
cat >"$home/.local/share/orca/orca-customizations.py" <<'END'
import orca.debug
import orca.settings
orca.settings.sayAllOnLoad = False
orca.settings.enableKeyEcho = False
if orca.debug.debugFile:
    orca.debug.debugFile.reconfigure(line_buffering=True)
END

# Xvfb takes a free number by itself and writes it down.
Xvfb -displayfd 3 -screen 0 1280x1000x24 -nolisten tcp -noreset 3>"$home/display" 2>/dev/null &
xvfb=$!
trap 'kill $xvfb 2>/dev/null || true; rm -rf "$home"' EXIT
for _ in {1..600}; do [[ -s "$home/display" ]] && break; sleep 0.1; done
export DISPLAY=":$(cat "$home/display")" ACCESSIBILITY_ENABLED=1 GTK_MODULES=gail:atk-bridge
for _ in {1..300}; do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done

status=0
dbus-run-session -- bash -c '
  set -u
  openbox 2>/dev/null & manager=$!
  /usr/libexec/at-spi-bus-launcher --launch-immediately 2>/dev/null & bus=$!
  for property in IsEnabled ScreenReaderEnabled; do
    for _ in {1..50}; do
      gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.freedesktop.DBus.Properties.Set \
        org.a11y.Status "$property" "<true>" >/dev/null 2>&1 && break
      sleep 0.1
    done
  done
  speech-dispatcher -d -C "$HOME/.config/speech-dispatcher" -L "$HOME/log" -t 0 >/dev/null 2>&1
  "$@"
  status=$?
  kill "$(cat "$XDG_RUNTIME_DIR/speech-dispatcher/pid/speech-dispatcher.pid" 2>/dev/null)" 2>/dev/null
  kill "$bus" "$manager" 2>/dev/null
  exit "$status"
' desktop "$@" || status=$?
exit "$status"
