"""Pelican's settings for the public web: links from the root, permanent addresses in meta data.

The site's address is ``site_address`` in content/publication.toml.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

RELATIVE_URLS = False
