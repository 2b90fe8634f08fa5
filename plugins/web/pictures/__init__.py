"""Pictures of the site: from an original in print resolution to small copies and their markup.

In: originals, and which of them the pages show. Out: copies in three widths and the formats that pay, by content
in the cache; `<picture>` elements. `pictures.PictureStore` is the way in.
"""
