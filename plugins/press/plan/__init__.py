"""版面计划: an issue and its PDF → a sheet of thumbnails with what stands on each page and what is empty."""
