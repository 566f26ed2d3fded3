# Sourced by ./run and ./test: packages of the operating system (Debian, Ubuntu).

say() { printf '%s\n' "$*" >&2; }

# Reads to the end: a reader that stops early would make ldconfig fail.
has_library() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep "$1" >/dev/null; }

# Sets as_root to what makes this user root; fails when there is no way without a password.
find_root() {
  if [ "$(id -u)" = 0 ]; then as_root=(env); elif sudo -n true 2>/dev/null; then as_root=(sudo -n env); else return 1; fi
}

# The ICU package carries its version in its name, another one in each release.
newest_icu() { apt-cache search --names-only '^libicu[0-9]+$' | awk '{ print $1 }' | sort -V | tail -n 1; }

# install PACKAGE…: installs when that is allowed, and otherwise fails without a word. "libicu" stands for the newest ICU.
install() {
  local as_root=() apt=() names=() name
  if ! command -v apt-get >/dev/null || ! find_root; then return 1; fi
  apt=("${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=20)
  say "Installing: $*"
  "${apt[@]}" update >&2 || return 1
  for name in "$@"; do
    if [ "$name" = libicu ]; then name=$(newest_icu); fi
    names+=("$name")
  done
  "${apt[@]}" install -y --no-install-recommends "${names[@]}" >/dev/null
}

# ensure PACKAGE…: installs them, or says what a person should install. An attempt that failed is not repeated at the next start.
ensure() {
  [ $# -gt 0 ] || return 0
  local attempt=artifacts/packages-not-installed-$1
  mkdir -p artifacts
  if [ "$(cat "$attempt" 2>/dev/null)" != "$*" ] && install "$@"; then
    rm -f "$attempt"
    return 0
  fi
  echo "$*" >"$attempt"
  say "Missing on this machine: $*. Please install: sudo apt-get install ${*//libicu/'libicu[0-9]+'}"
  return 1
}

# The SDK may lie where its install script puts it.
find_dotnet() {
  if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"; fi
  if ! command -v dotnet >/dev/null; then
    say "The .NET 10 SDK is missing. Please install it (package dotnet-sdk-10.0) and start again."
    return 1
  fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
}

# What renditions and previews are made with, and what reads the words of a PDF. Where they cannot be installed originals are served, and a PDF is not searched.
ensure_media_tools() {
  local missing=()
  command -v vips >/dev/null || missing+=(libvips-tools)
  command -v pdftocairo >/dev/null && command -v pdftotext >/dev/null || missing+=(poppler-utils)
  # The letters that cards for shared links are drawn in.
  [ -e /usr/share/fonts/truetype/noto/NotoSerif-Bold.ttf ] || missing+=(fonts-noto-core)
  ensure "${missing[@]}" || true
}

# What makes the scripts of the desk while the program is built.
ensure_node() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  ensure "${missing[@]}" || true
  if ! command -v npm >/dev/null || ! node -e 'process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)' 2>/dev/null; then
    say "Without Node 18 or later, and npm, the scripts of the desk cannot be made: the program cannot be built."
    return 1
  fi
}

# What every .NET program here needs from the system.
ensure_runtime_libraries() {
  local missing=()
  [ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
  has_library 'libicuuc\.so' || missing+=(libicu)
  has_library 'libsqlite3\.so\.0' || missing+=(libsqlite3-0)
  ensure "${missing[@]}" || true
  if ! has_library 'libicuuc\.so'; then
    say "Without ICU there is no sorting in Spanish: the program cannot start."
    return 1
  fi
}
