"""Colour arithmetic: hex strings in, hex strings out."""


def parse(color: str) -> tuple[int, int, int, int]:
    """Split ``#rrggbb`` or ``#rrggbbaa`` into four integers."""
    text = color.lstrip("#")
    if len(text) == 6:
        text += "ff"
    return tuple(int(text[i : i + 2], 16) for i in (0, 2, 4, 6))


def pack(r: float, g: float, b: float, a: float = 255) -> str:
    """Join four channels into a hex string, clamping each."""
    return "#" + "".join(f"{max(0, min(255, round(v))):02x}" for v in (r, g, b, a))


def mix(first: str, second: str, t: float) -> str:
    """Blend two colours; ``t`` = 0 gives the first, 1 the second."""
    return pack(*(a + (b - a) * t for a, b in zip(parse(first), parse(second))))


def fade(color: str, alpha: float) -> str:
    """Return the colour with its opacity multiplied by ``alpha``."""
    r, g, b, a = parse(color)
    return pack(r, g, b, a * alpha)


def shade(color: str, amount: float) -> str:
    """Darken (negative) toward deep blue-black or lighten (positive) toward cream."""
    a = parse(color)[3]
    target = "#fff8ea" if amount > 0 else "#0b1626"
    r, g, b, _ = parse(mix(color[:7], target, abs(amount)))
    return pack(r, g, b, a)


def ramp(colors: list[str], t: float) -> str:
    """Pick a colour along an evenly spaced list."""
    t = max(0.0, min(0.9999, t)) * (len(colors) - 1)
    return mix(colors[int(t)], colors[int(t) + 1], t - int(t))


SKIN = ["#e8b890", "#dca67c", "#f0c6a2", "#cf9870"]
HAIR = ["#2b2523", "#3a2f2b", "#1f2024"]
