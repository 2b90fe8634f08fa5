#!/usr/bin/env bash
# Sets up everything this project needs: packages of the system, then Python packages from the lock.
#   setup.sh run   what it takes to build site and PDF
#   setup.sh dev   the same, and what the tests need
# Quick when there is nothing to do. Works as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")"
kind=${1:-run}

packages=(
  python3 python3-venv                              # Python 3.11 or newer
  fontconfig libpango-1.0-0 libpangoft2-1.0-0       # WeasyPrint's text layout
  libharfbuzz0b libharfbuzz-subset0
  fonts-noto-cjk fonts-lxgw-wenkai                  # 宋、黑、楷
  scribus-data                                      # 印刷色彩特性文件 ISOcoated_v2_300_bas.icc
)
test_packages=(                                     # 读 PDF、分色、开浏览器的测试用
  poppler-utils ghostscript mupdf-tools qpdf chromium
  nginx libnginx-mod-http-brotli-static caddy rsync openssl     # 上线的测试：真的服务器，只在本机
)

say() { printf '%s\n' "$*"; }
installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
as_root() {
  local ask=(env DEBIAN_FRONTEND=noninteractive)
  if [ "$(id -u)" -eq 0 ]; then "${ask[@]}" "$@"; else sudo "${ask[@]}" "$@"; fi
}

missing() {
  local name
  for name in "$@"; do installed "$name" || printf '%s ' "$name"; done
}

install_packages() {          # install_packages must|may package…
  local need=$1 name failed=''; shift
  [ $# -eq 0 ] && return 0
  say "要安装的系统软件包：$*"
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "现在不是管理员，也没有 sudo。请管理员运行：apt-get install $*"; exit 1
  fi
  as_root apt-get update -q >/dev/null || say "软件包目录没有更新成功，用现有的目录继续。"
  if ! as_root apt-get install -y -q --no-install-recommends "$@" >/dev/null; then
    for name in "$@"; do
      as_root apt-get install -y -q --no-install-recommends "$name" >/dev/null || failed="$failed $name"
    done
  fi
  [ -z "$failed" ] && return 0
  say "这些软件包装不上：$failed"
  say "请看上面 apt-get 的原话，或手工运行：apt-get install$failed"
  if [ "$need" = must ]; then exit 1; fi
  say "没有它们，相应的测试会跳过。"
}

# 测试自己起服务器，用完就关；装好的 nginx、caddy 不该在这台机器上开着。原先就有的，不去动它。
install_test_packages() {
  local name
  install_packages may "$@"
  command -v systemctl >/dev/null || return 0
  for name in nginx caddy; do
    case " $* " in *" $name "*) as_root systemctl disable --now --quiet "$name" 2>/dev/null || true;; esac
  done
}

# 仿宋：Fandol 仿宋只随 texlive-lang-chinese 发行（下载 49 MB，装上要 TeX）。只取其中这一款字体和它的许可证，
# 放进本人的字体文件夹；拿不到不算失败，公文的仿宋就用楷体、宋体代替。
install_fang() {
  local fonts=${XDG_DATA_HOME:-$HOME/.local/share}/fonts/fandol package=texlive-lang-chinese temporary
  local tex=./usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf
  local papers=./usr/share/doc/texlive-doc/fonts/fandol
  [ -n "$(fc-list FandolFang family)" ] && return 0
  say "取仿宋字体（FandolFang，从 Debian 软件包 $package 中取出，下载约 49 MB）……"
  temporary=$(mktemp -d)
  if fetch_package "$temporary" "$package" \
      && dpkg-deb --fsys-tarfile "$temporary/$package"_*.deb \
        | tar -x -C "$temporary" "$tex" "$papers/README" "$papers/COPYING.gz"; then
    mkdir -p "$fonts"
    cp "$temporary/$tex" "$temporary/$papers/README" "$temporary/$papers/COPYING.gz" "$fonts/"
    fc-cache -f "$fonts"
  else
    say "没有取到仿宋字体，公文里的仿宋暂用楷体代替；联网后再运行一次 make setup 即可。"
  fi
  rm -rf "$temporary"
}

fetch_package() {             # fetch_package folder package：只下载，不安装；目录旧了就更新一次再试
  (cd "$1" && apt-get -q -o APT::Sandbox::User=root download "$2" >/dev/null 2>&1) && return 0
  as_root apt-get update -q >/dev/null 2>&1 || return 1
  (cd "$1" && apt-get -q -o APT::Sandbox::User=root download "$2" >/dev/null 2>&1)
}

if command -v apt-get >/dev/null; then
  # shellcheck disable=SC2046
  install_packages must $(missing "${packages[@]}")
  # shellcheck disable=SC2046
  [ "$kind" = dev ] && install_test_packages $(missing "${test_packages[@]}")
  install_fang
else
  say "这台机器没有 apt-get，请用它自己的办法装好：${packages[*]}"
  say "公文用的仿宋字体 FandolFang 可以从 CTAN 的 fandol 包里取，没有也行。"
fi

python=''
for name in python3 python3.13 python3.12 python3.11; do
  if command -v "$name" >/dev/null && "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name; break
  fi
done
if [ -z "$python" ]; then say "没有找到 Python 3.11 或更新的版本，请先安装。"; exit 1; fi

lock=requirements.lock
[ "$kind" = dev ] && lock=requirements-dev.lock
[ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv
stamp=.venv/.installed-$kind
if ! cmp -s "$lock" "$stamp"; then
  say "安装 Python 软件包（$lock）……"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
  cp "$lock" "$stamp"
  # The development lock holds everything of the other one.
  [ "$kind" = dev ] && cp requirements.lock .venv/.installed-run
fi
exit 0
