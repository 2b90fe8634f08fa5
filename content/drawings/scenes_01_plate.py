"""January issue: the plate after a section, a frosty morning on the reservoir."""

import math

from . import buildings as b
from . import figures as f
from . import landscape as g
from . import plants as p
from . import sky as s
from . import vehicles as v
from . import water as w
from .finish import scene
from .palette import shade
from .pen import Pen, lin
from .persimmon import FROST, persimmon

LAKE = 1840


@scene("2020-01", "plate-frost.jpg", "C")
def frost_morning(pen: Pen) -> None:
    """A warden pushes off on Jade Pool at daybreak; a persimmon tree keeps its last fruit."""
    s.sky(pen, LAKE, ["#6f9fb4", "#9fc1c6", "#d3dfd4", "#f6e6cb", "#fbd9b0"])
    s.streaks(pen, 500, 1150, "#fbeedb", 18, 0.5, 0.3)
    s.sun(pen, 1780, 1270, 118, "#fff9e6", "#ffe0ab", 6)
    far_hills(pen)
    village_slope(pen)
    lake(pen)
    stakes(pen)
    warden(pen)
    jetty(pen)
    shore(pen)
    persimmon(pen)
    frosted_grass(pen)
    s.flock(pen, 1650, 700, 360, 9, 27, "#54707c")


def far_hills(pen: Pen) -> None:
    """Four blue ranges, each sinking into mist, paler toward the sun."""
    plan = (
        (1420, [(0.3, 300, 0.12), (0.1, 190, 0.1), (0.52, 170, 0.1), (0.93, 210, 0.1)], "#9dbac0"),
        (1540, [(0.82, 230, 0.13), (0.46, 150, 0.1), (0.02, 210, 0.12)], "#84a7af"),
        (1650, [(0.2, 210, 0.13), (0.62, 120, 0.11)], "#6c949d"),
        (1750, [(0.97, 250, 0.16), (0.74, 90, 0.1)], "#557f8a"),
    )
    for base, peaks, tone in plan:
        crest = g.ridge(pen, base, 70, peaks, rough=0.5, freq=4)
        g.mountain(pen, crest, base + 260, tone, "#e6e3d3", shade(tone, -0.14), 380, 10, -1, 0.5)
        if base > 1600:
            g.crest_trees(pen, crest, tone, 9, 0.8, 0.5)
        s.mist(pen, base + 150, 120, "#f7ecd8", 0.5, 4)


def village_slope(pen: Pen) -> None:
    """A headland of frosted tea rows on the left, white houses at its foot."""
    crest = [
        (x, 1600 + (x / 1180) ** 2 * 235 + math.sin(x / 130) * 12) for x in range(-60, 1261, 20)
    ]
    pen.poly([*crest, (1260, LAKE + 8), (-60, LAKE + 8)], "#4f7a72")
    with pen.clip([*crest, (1260, LAKE + 8), (-60, LAKE + 8)]):
        for i in range(13):
            tea_row(pen, crest, 26 + i * 21, i)
    g.crest_trees(pen, crest[:46], "#3f6a68", 22, 0.85, 0.55)
    for x, k, wall in (
        (40, 118, "#efe8da"),
        (420, 124, "#f3eee0"),
        (590, 108, "#ece6d8"),
        (760, 90, "#f3eee0"),
    ):
        y = 1812 + k * 0.1
        b.house(pen, x, y, k, k * 0.56, wall, "#46535c", lit="#ffd58c")
        roof = y - k * 0.56 * 1.52
        pen.line([(x + k * 0.06, roof), (x + k * 1.16, roof)], FROST, 5)
        smoke(pen, x + k * 0.8, roof - 6)
    for x in range(0, 960, 64):
        p.leafy(
            pen,
            x + pen.u(-20, 20),
            1842,
            pen.u(40, 76),
            ["#3b6461", "#648a7c", "#a8bda4"],
            clumps=9,
        )
    pen.poly([(-60, 1836), (1260, 1836), (1180, 1852), (-60, 1858)], "#d8cba9")


def tea_row(pen: Pen, crest: list[tuple[float, float]], drop: float, i: int) -> None:
    """One clipped row of tea along the slope, its top white with frost."""
    row = [(x, y + drop * (1 + 0.05 * math.sin(x / 170 + i))) for x, y in crest]
    pen.line(row, "#38615c", 13, smooth=True)
    pen.line([(x, y - 5) for x, y in row], "#cfdccd", 4, smooth=True, alpha=0.85)


def smoke(pen: Pen, x: float, y: float) -> None:
    """A thread of kitchen smoke that leans and thins."""
    for i in range(14):
        t = i / 13
        pen.oval(
            x + t * t * 120 + math.sin(i) * 7,
            y - t * 300,
            9 + 26 * t,
            22 + 16 * t,
            "#fffaf0",
            alpha=0.34 * (1 - t),
            blur=10,
        )


def lake(pen: Pen) -> None:
    """Still water that mirrors the hills, with steam lying on it."""
    tones = ["#f5dcb8", "#bfcfc4", "#7fa9ae", "#4b8391", "#2c6274", "#204a5e"]
    w.water(pen, LAKE, 3437, tones)
    pen.reflect(LAKE, 560, 0.95, 0.5, 10, 6)
    w.glints(pen, 1780, LAKE + 20, 2960, "#fff3cf", 240, 0.03, 0.9)
    w.ripples(pen, LAKE + 30, 3437, "#fbeed6", 230, 0.4)
    w.ripples(pen, 2500, 3437, "#173f52", 150, 0.35)
    for y, h, alpha in ((LAKE + 6, 60, 0.75), (1960, 90, 0.5), (2150, 110, 0.34), (2420, 130, 0.2)):
        s.mist(pen, y, h, "#fdf3e2", alpha, 5)
    for _ in range(26):
        x, y = pen.u(900, 2551), pen.u(1900, 2250)
        pen.oval(x, y - 50, pen.u(14, 30), pen.u(60, 130), "#fff6e6", alpha=0.13, blur=26)


def stakes(pen: Pen) -> None:
    """What is left of the fish cages: a row of old stakes, and the cormorants that took them over."""
    rows = ((930, 2120, 0.62), (1090, 2134, 0.66), (1262, 2152, 0.72), (1450, 2168, 0.76))
    for i, (x, y, k) in enumerate(rows):
        with pen.layer(alpha=0.3):
            pen.line([(x, y), (x + 8, y + 120 * k)], "#24404c", 16 * k)
        pen.line([(x, y), (x + 6 * (i % 2), y - 150 * k)], "#5c5048", 17 * k)
        pen.line([(x - 3, y - 6), (x + 6 * (i % 2) - 3, y - 146 * k)], "#8d8072", 5 * k)
        w.ripples(pen, y - 3, y + 14, "#fff6e2", 5, 0.8, x - 46, x + 46, 0.5)
        cormorant(pen, x + 6 * (i % 2), y - 150 * k, k * 1.15, flip=i in (1, 2), spread=i == 2)


def cormorant(pen: Pen, x: float, y: float, k: float, *, flip: bool, spread: bool) -> None:
    """A cormorant upright on its post, or hanging its wings out to dry."""
    tone = "#22313a"
    with pen.at(x, y, k, flip=flip):
        if spread:
            for side in (-1, 1):
                wing = [(side * 6, -66), (side * 58, -84), (side * 74, -58), (side * 62, -20)]
                pen.poly([*wing, (side * 44, -34), (side * 34, -14), (side * 6, -22)], tone)
        pen.blob([(-12, 4), (-18, -28), (-12, -62), (4, -74), (16, -54), (12, -16), (2, 2)], tone)
        pen.line([(4, -66), (14, -88), (6, -106), (16, -118)], tone, 13, smooth=True)
        pen.oval(20, -120, 13, 8, tone)
        pen.poly([(28, -124), (54, -120), (52, -112), (30, -115)], "#d9a552")
        pen.dot(22, -122, 2, "#e9f0ea")
        pen.poly([(-14, 0), (-26, 34), (-8, 30), (0, 0)], shade(tone, -0.2))


def warden(pen: Pen) -> None:
    """The warden in his rowing boat, long net in hand, doubled in the water."""
    x, y, k = 1640, 2480, 1.5
    for sign in (-1, 1):
        fade_out = 0.3 if sign < 0 else 1.0
        with pen.layer(alpha=fade_out), pen.at(x, y, k, sy=k * sign * (1 if sign > 0 else 0.75)):
            v.sampan(pen, 0, 0, 1.55, "#6a4a38")
            pen.rect(-120, -52, 46, 34, "#2f7f8a", r=5)
            pen.rect(-124, -58, 54, 9, "#e9efe8", r=4)
            pen.line([(-18, -162), (28, -134), (222, -16)], "#3d2f2a", 6)
            pen.blob([(214, -4), (250, -4), (240, 26), (226, 26)], "#e9efe8", alpha=0.55)
            pen.arc(236, -6, 26, 13, 0, 360, "#3d2f2a", width=5)
            f.figure(
                pen,
                -34,
                -16,
                172,
                f.REACH,
                top="#e0762f",
                bottom="#2d3f4c",
                hat="beanie",
                noshadow=True,
                vest="#f08a2c",
            )
    w.ripples(pen, y + 8, y + 70, "#fff2da", 26, 0.65, x - 420, x + 420, 0.8)
    w.wake(pen, x - 250, y + 12, 460, 60, "#fff2da", 0.5)


def jetty(pen: Pen) -> None:
    """A plank jetty from the lower right, frost on its boards, a sampler at its end."""
    deck = [(1700, 2960), (1790, 2920), (2620, 3040), (2620, 3170)]
    for x, y in ((1716, 2960), (1960, 2998), (2210, 3040), (2460, 3086), (1810, 2930)):
        pen.rect(x, y - 34, 24, 250, lin(x, 0, x + 24, 0, ["#6a5748", "#3f332d"]))
        pen.oval(x + 12, y - 36, 14, 8, FROST)
    pen.poly([(px, py + 26) for px, py in deck], "#3a302c")
    pen.poly(deck, lin(1700, 0, 2600, 0, ["#a38c74", "#86705c"]))
    for i in range(24):
        t = i / 23
        near = (1700 + 920 * t, 2960 + 210 * t)
        back = (1790 + 830 * t, 2920 + 120 * t)
        pen.line([near, back], "#5c4a3e", 4, alpha=0.8)
        pen.line([(near[0] + 16, near[1]), (back[0] + 13, back[1])], FROST, 7, alpha=0.55)
    pen.line([(1700, 2960), (2620, 3170)], FROST, 7, alpha=0.75)
    sampler(pen, 1822, 2958)
    for x, y, k, tone in ((2040, 3012, 1.0, "#f3f1e6"), (2200, 3032, 0.8, "#d9552f")):
        cool_box(pen, x, y, k, tone)


def sampler(pen: Pen, x: float, y: float) -> None:
    """A young woman lowering a sampling bottle from the jetty's head."""
    spots = f.figure(
        pen,
        x,
        y,
        430,
        f.REACH,
        flip=True,
        top="#2f6f9a",
        bottom="#30404d",
        female=True,
        style="pony",
        hat="beanie",
        boots="#e4b23a",
        vest="#3f86ad",
        noshadow=True,
    )
    hand = spots["near"]
    left, top = hand[0] - 24, y + 170
    pen.line([hand, (hand[0] - 4, top)], "#f4efe0", 4)
    pen.rect(left, top, 40, 78, lin(left, 0, left + 40, 0, ["#eaf4f2", "#9fc0c4"]), r=8)
    pen.rect(left, top - 6, 40, 12, "#d9552f", r=4)
    w.ripples(pen, top + 72, top + 108, "#fff2da", 12, 0.8, left - 80, left + 130, 0.7)


def cool_box(pen: Pen, x: float, y: float, k: float, tone: str) -> None:
    """A cool box with its lid and handle, for bottles on their way to the laboratory."""
    body, lid = 128 * k, y - 110 * k
    fill = lin(x, 0, x + body, 0, [tone, shade(tone, -0.2)])
    pen.rect(x, y - 96 * k, body, 96 * k, fill, r=8)
    pen.rect(x - 5, lid, body + 10, 26 * k, shade(tone, -0.12), r=6)
    pen.line([(x + 24 * k, lid), (x + 64 * k, lid - 40 * k), (x + 104 * k, lid)], "#4b4f52", 7)


def shore(pen: Pen) -> None:
    """The near shore at the foot of the picture, with rimed stones."""
    pts = [(-80, 2960), (300, 2990), (760, 3120), (1180, 3260), (1500, 3500), (-80, 3520)]
    pen.blob(pts, lin(0, 2960, 0, 3437, ["#c3cab6", "#8b9882", "#4d5f55"]))
    pen.line(pts[:5], "#f3efe0", 12, smooth=True, alpha=0.9)
    for x, y, k in ((560, 3140, 70), (700, 3190, 46), (1120, 3300, 64), (940, 3290, 40)):
        pen.blob(
            [
                (x - k, y),
                (x - k * 0.6, y - k * 0.6),
                (x + k * 0.4, y - k * 0.7),
                (x + k, y),
                (x, y + k * 0.2),
            ],
            "#6d746f",
        )
        pen.blob(
            [
                (x - k * 0.6, y - k * 0.5),
                (x, y - k * 0.74),
                (x + k * 0.5, y - k * 0.6),
                (x, y - k * 0.36),
            ],
            FROST,
        )


def frosted_grass(pen: Pen) -> None:
    """Stiff grass, white at many tips, before the foot of the tree."""
    colors = ["#71806a", "#8d977b", "#c9cdb6", FROST, "#b59f6e"]
    for x1, y in ((380, 3080), (640, 3150), (820, 3215), (1010, 3280), (1220, 3350)):
        w.grass(pen, -40, x1, y, 130, x1 // 10, colors)
    near = ["#4d5f55", "#71806a", "#a3ab92", "#e6e9dc", "#b59f6e", FROST]
    w.grass(pen, -40, 1500, 3450, 240, 330, near)
