// Nothing has to happen before the page is painted.
