"""Pelican's settings for the public web: links from the root, permanent addresses in meta data.

The site's address is ``site_address`` in content/publication.toml.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

RELATIVE_URLS = False
#: 网页压紧、预先压缩（.gz、.br）。
LEAN = PACKED = True

# 上线（inv 上线）的目的地：用户@主机:/文件夹，或本机的 /文件夹；内部版另有一处。
DEPLOY_TO = ""
DEPLOY_INTERNAL_TO = ""
INTERNAL_ADDRESS = ""  # 内部版的网址，如 "http://10.1.2.3"；不写是公开网址前面加 neibu.
