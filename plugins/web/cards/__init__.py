"""Cards for social networks, and covers as pictures, drawn at build time.

In: an article or an issue with its pictures. Out: a PNG or JPEG of fixed size, by content in the cache.
`cards.CardStore` is the way in.
"""
