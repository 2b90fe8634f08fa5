"""The rooms of the editorial office. See README.md beside this file for the map."""
