# Sourced by ./run and ./bench, after packages.sh: brings artifacts/web up to date with the sources.

program=artifacts/web/Repository.Web.dll

# Names, times and sizes of everything the program is built from; deletions show too, outputs of other builds do not.
fingerprint() {
  find src Directory.Build.props Directory.Packages.props global.json .ci/publish.sh \
    \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f -printf '%p %T@ %s\n' | sort | sha256sum
}

runtime_identifier() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo linux-x64 ;;
    Linux-aarch64 | Linux-arm64) echo linux-arm64 ;;
    *) return 1 ;;
  esac
}

# Builds with its own intermediate files, so that it and the tests do not build each other anew. Compiled ahead of time where the
# compiler for that can be restored: the program then starts in about half the time.
publish() {
  local arguments=(src/Repository.Web/Repository.Web.csproj --artifacts-path artifacts/publish -v quiet -nologo) rid ahead=()
  rm -rf artifacts/next
  if rid=$(runtime_identifier) && dotnet restore "${arguments[@]}" -r "$rid" -p:PublishReadyToRun=true >artifacts/restore.log 2>&1; then
    ahead=(-r "$rid" --no-self-contained -p:PublishReadyToRun=true)
  else
    dotnet restore "${arguments[@]}" >&2
  fi
  dotnet publish "${arguments[@]}" "${ahead[@]}" --no-restore -c Release -o artifacts/next >&2
  # A program that still runs keeps its files: they are replaced, not written over.
  rm -rf artifacts/web
  mv artifacts/next artifacts/web
}

publish_when_changed() {
  local now
  mkdir -p artifacts
  exec 9>artifacts/publish.lock
  flock 9
  now=$(fingerprint)
  if [ ! -e "$program" ] || [ "$(cat artifacts/published 2>/dev/null)" != "$now" ]; then
    ensure_node
    say "Building the program. The first time takes a minute or two."
    publish
    echo "$now" >artifacts/published
  fi
  exec 9>&-
}
