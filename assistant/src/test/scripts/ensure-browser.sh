#!/bin/sh
# Sees to it that the browser tests have Chromium and a font with Chinese characters.
# Installs both where it may (Debian and Ubuntu, as root); elsewhere says what to install.
set -eu

find_browser() {
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser \
    /usr/bin/google-chrome /usr/bin/google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      return 0
    fi
  done
  return 1
}

has_chinese_font() {
  ! command -v fc-list >/dev/null 2>&1 || [ -n "$(fc-list :lang=zh family)" ]
}

if find_browser && has_chinese_font; then
  exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium and a Chinese font for the browser tests ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
  exit 0
fi
echo "The browser tests need Chromium or Chrome and a Chinese font (fonts-noto-cjk)." >&2
echo "Please install them, or point CHROMIUM_PATH at the browser." >&2
exit 1
