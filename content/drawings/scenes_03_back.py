"""March issue: inside back cover and back cover."""

import math

from . import buildings as b
from . import figures as f
from . import landscape as g
from . import plants as p
from . import sky as s
from . import vehicles as v
from . import water as w
from .finish import scene
from .palette import fade, mix, shade
from .pen import lin, rad


@scene("2020-03", "ibc.jpg", "C")
def ibc(pen):
    """Spring tree planting on the terraces of Nine Folds Mountain."""
    s.sky(pen, 1300, ["#8fbfd0", "#c5dfdc", "#eef0da", "#fdeccb"])
    s.sun(pen, 640, 620, 100, "#fffbe6", "#fff0c4", 9)
    s.streaks(pen, 250, 900, "#ffffff", 14, 0.7, 0.25)
    s.flock(pen, 1700, 560, 300, 9, 24, "#5b7f86")
    peaks_far = [(0.72, 520, 0.13), (0.5, 260, 0.1), (0.92, 300, 0.1), (0.16, 210, 0.12)]
    for base, tone, pale, peaks in (
        (1150, "#9ec0c4", "#e2ecde", peaks_far),
        (1260, "#7aaaa0", "#d3e4c6", [(0.3, 330, 0.13), (0.1, 260, 0.1), (0.62, 150, 0.1)]),
        (1400, "#578f75", "#b5d298", [(0.88, 330, 0.16), (0.02, 200, 0.12), (0.55, 90, 0.1)]),
    ):
        crest = g.ridge(pen, base, 70, peaks, freq=4)
        g.mountain(pen, crest, base + 420, tone, pale, shade(tone, -0.15), 460, alpha=0.6)
        s.mist(pen, base + 130, 130, "#f8f6e2", 0.45, 4)
    hillside(pen)
    planters(pen)


def hillside(pen):
    """Terraces climbing to the right, with blossom trees and a hamlet."""
    g.terrace(
        pen, -40, 2600, 1480, 3000, 13, ["#8fbd62", "#a9cb6b", "#78ab58", "#c3d574"], "#cfe3dc", 90
    )
    for x, y in ((1880, 1560), (2010, 1580), (2130, 1548), (1760, 1590)):
        b.house(pen, x, y, 96, 62, roof="#5a626b")
    for x, y in pen.scatter(30, 1500, 2580, 1500, 1820) + pen.scatter(16, -20, 640, 1530, 1860):
        pink = pen.rng.random() < 0.55
        tones = ["#d98a98", "#f0b6b8", "#fde3dc"] if pink else ["#4d8a55", "#7fb35a", "#c7d877"]
        p.leafy(pen, x, y, pen.u(100, 150), tones, clumps=14)
    for x in range(100, 2500, 120):
        y = 2050 + math.sin(x / 300) * 60 + (x % 7) * 9
        p.sapling(pen, x, y, 96, "#5f9a4a")
    for x, y, k in ((1180, 2140, 190), (1330, 2165, 200), (1900, 2080, 185), (420, 2190, 200)):
        f.figure(
            pen,
            x,
            y,
            k,
            pen.pick((f.DIG, f.STOOP, f.SQUAT)),
            flip=x > 1300,
            top=pen.pick(("#c7583f", "#3f6f8c", "#e0a63f")),
            hat="straw",
        )


def planters(pen):
    """The planting party on the near slope."""
    near = [
        (-80, 2620),
        (500, 2500),
        (1200, 2590),
        (1900, 2480),
        (2640, 2560),
        (2700, 3600),
        (-80, 3600),
    ]
    pen.blob(near, lin(0, 2480, 0, 3437, ["#8a9a55", "#6d7a45", "#4a5a3a"]))
    pen.line(near[:5], "#c9cf7a", 12, smooth=True, alpha=0.8)
    for x, y in ((560, 3010), (1330, 2960), (2030, 3040), (1010, 3230)):
        pen.oval(x, y, 190, 44, "#6a4a34")
        pen.oval(x, y + 8, 130, 26, "#4c3426")
    p.sapling(pen, 560, 3005, 560, "#6fae4f")
    p.sapling(pen, 1330, 2955, 620, "#7db556")
    p.sapling(pen, 2030, 3036, 420, "#6aa64c")
    spade(
        pen,
        f.figure(
            pen,
            250,
            3020,
            700,
            f.DIG,
            top="#c95a3c",
            bottom="#3b4a58",
            hat="cap",
            hatcolor="#e9dfc6",
            glove="#efe8d2",
        ),
        610,
        3020,
    )
    f.figure(
        pen,
        1050,
        2985,
        690,
        f.REACH,
        female=True,
        style="pony",
        top="#2f7f86",
        bottom="#4a4f5c",
        glove="#efe8d2",
        vest="#e7a63c",
    )
    f.figure(pen, 1690, 2990, 660, f.SQUAT, flip=True, top="#e3b44c", bottom="#41505a", hat="straw")
    f.figure(
        pen,
        2330,
        3060,
        480,
        f.STOOP,
        flip=True,
        top="#d9737c",
        bottom="#4b5a7c",
        female=True,
        style="bob",
    )
    bucket(pen, 860, 3110, 150)
    w.grass(pen, -40, 2600, 3470, 240, 420, ["#2f5a3c", "#4a7a44", "#86a84f", "#b5c463"])
    for x, y in pen.scatter(70, 0, 2551, 3180, 3430):
        pen.dot(x, y, pen.u(6, 12), pen.pick(("#f6d873", "#ffffff", "#f2a7b0")))


def spade(pen, hands, x, y):
    """Draw a spade from the hands down to (x, y)."""
    hx, hy = hands["far"]
    pen.line([(hx - 60, hy - 110), (x, y - 70)], "#8a6440", 18)
    pen.blob([(x - 40, y - 80), (x + 34, y - 60), (x + 44, y + 20), (x + 6, y + 46)], "#66727a")


def bucket(pen, x, y, k):
    """Draw a water bucket."""
    pen.poly(
        [
            (x - k * 0.42, y - k * 0.8),
            (x + k * 0.42, y - k * 0.8),
            (x + k * 0.32, y),
            (x - k * 0.32, y),
        ],
        lin(x - k * 0.4, 0, x + k * 0.4, 0, ["#5aa0b4", "#8cc4d0", "#3a7486"]),
    )
    pen.oval(x, y - k * 0.8, k * 0.42, k * 0.12, "#d5eef0")
    pen.arc(x, y - k * 0.8, k * 0.42, k * 0.5, 180, 180, "#546066", k * 0.04)


@scene("2020-03", "back.jpg", "C")
def back(pen):
    """Saving water: a drop that holds mountains, a river, and a city."""
    pen.rect(
        0, 0, pen.w, pen.h, rad(1275, 1500, 2400, ["#f3f1df", "#cfe4da", "#8fbfba", "#3f8286"])
    )
    for i in range(70):
        x, y, r = pen.u(0, pen.w), pen.u(0, 2500), pen.u(4, 26)
        pen.dot(x, y, r, "#ffffff", alpha=0.25)
        pen.arc(x, y, r, r, 200, 80, "#ffffff", 3, alpha=0.5)
    rings(pen)
    leaf_tip(pen)
    cx, cy, r = 1275, 1700, 760
    shape = w.drop_path(cx, cy, r, 90)
    with pen.at(0, 0):
        pen.blob([(x * 1.0 + 10, y + 40) for x, y in shape], "#0f4652", alpha=0.28, blur=60)
    with pen.clip(shape, smooth=True):
        inside(pen, cx, cy, r)
    glass(pen, shape, cx, cy, r)
    for x, y, k in ((560, 640, 60), (2010, 900, 78), (2200, 1560, 44), (330, 1500, 50)):
        small_drop(pen, x, y, k)


def rings(pen):
    """Ripple rings on still water at the foot of the picture."""
    pen.rect(0, 2560, pen.w, 900, lin(0, 2560, 0, 3437, [fade("#2f7b82", 0), "#2a7079", "#124854"]))
    for i in range(8, 0, -1):
        rx, ry = 210 * i + 60, (210 * i + 60) * 0.24
        pen.oval(1275, 2860, rx, ry, "#eaf6ee", width=16 - i * 1.3, alpha=0.72 - 0.075 * i)
        pen.oval(1275, 2876, rx, ry, "#0e4450", width=12, alpha=0.22)
    pen.oval(1275, 2860, 380, 84, lin(0, 2780, 0, 2940, ["#eef7ea", "#6db0ac"]), alpha=0.6)
    w.ripples(pen, 2700, 3437, "#dff1e6", 120, 0.3)


def leaf_tip(pen):
    """A leaf reaching down from the top, from which the drop has fallen."""
    pen.blob(
        [(1275, 560), (1120, 330), (1050, 40), (1110, -260), (1480, -260), (1500, 60), (1430, 340)],
        lin(1050, 0, 1500, 0, ["#2f7d4f", "#7fb955", "#3d8a52"]),
    )
    pen.line([(1290, -40), (1270, 250), (1275, 545)], "#d8eaa8", 9, smooth=True)
    for i in range(5):
        y = 20 + i * 95
        pen.line(
            [(1276, y + 60), (1190, y + 10), (1120 + i * 12, y - 70)],
            "#c5dd93",
            4,
            smooth=True,
            alpha=0.7,
        )
        pen.line(
            [(1278, y + 60), (1370, y + 10), (1440 - i * 12, y - 70)],
            "#c5dd93",
            4,
            smooth=True,
            alpha=0.7,
        )


def inside(pen, cx, cy, r):
    """The landscape held by the drop."""
    pen.rect(
        cx - r,
        cy - 2 * r,
        2 * r,
        3 * r,
        lin(0, cy - 2 * r, 0, cy + 100, ["#3d93a8", "#8fcbc6", "#e5efd0", "#fde2ae"]),
    )
    s.sun(pen, cx + 250, cy - 420, 84, "#fffbe2", "#ffe2a0", 6)
    s.cumulus(pen, cx - 260, cy - 470, 420, "#ffffff", "#e6efe6", 9)
    s.flock(pen, cx - 60, cy - 760, 170, 7, 17, "#2f6a74")
    for base, tone, pale, peaks in (
        (cy - 90, "#86b8b4", "#e6efd6", [(0.42, 330, 0.07), (0.62, 220, 0.06)]),
        (cy + 10, "#579684", "#c9e0b6", [(0.33, 260, 0.07), (0.52, 200, 0.06), (0.7, 240, 0.07)]),
        (cy + 100, "#377a60", "#9cc788", [(0.24, 230, 0.07), (0.42, 90, 0.06), (0.76, 120, 0.07)]),
    ):
        crest = g.ridge(pen, base, 40, peaks, freq=6)
        g.mountain(pen, crest, base + 300, tone, pale, shade(tone, -0.16), 300, alpha=0.6)
    b.skyline(
        pen, cx + 60, cx + 690, cy + 235, 190, 430, "#e9e4d2", "#5b8e98", 0.12, 0.05, (44, 76)
    )
    pen.rect(cx - r, cy + 215, 2 * r, r, "#6cab62")
    crest = g.ridge(pen, cy + 240, 16, [(0.36, 70, 0.1)], freq=8)
    g.canopy(
        pen,
        [c for c in crest if cx - r < c[0] < cx + 120],
        cy + 330,
        ["#2f7a52", "#6fb45c", "#c6dc78"],
        46,
        1.1,
    )
    for i in range(5):
        b.hui(pen, cx - 300 + i * 74, cy + 330 + (i % 2) * 18, 56, 62)
    edge = [
        (cx - r, cy + 330),
        (cx - 200, cy + 372),
        (cx + 200, cy + 300),
        (cx + r, cy + 290),
        (cx + r, cy + r + 60),
        (cx - r, cy + r + 60),
    ]
    pen.blob(edge, lin(0, cy + 290, 0, cy + r, ["#bfe3da", "#5fb0b0", "#1f7684", "#0f4f60"]))
    with pen.clip(edge, smooth=True):
        w.ripples(pen, cy + 330, cy + r, "#ecf8ee", 150, 0.5, cx - r, cx + r)
        w.glints(pen, cx + 250, cy + 310, cy + 620, "#fff4cf", 60, 0.03)
        s.egret_fly(pen, cx - 330, cy + 470, 1.2, "#ffffff", "#cbdad6", rot=-8)
    v.sampan(pen, cx + 60, cy + 470, 1.1, "#5b4434", "#7a6a4a")
    f.figure(pen, cx + 150, cy + 456, 140, f.REACH, hat="straw", top="#2d5560", noshadow=True)


def glass(pen, shape, cx, cy, r):
    """The shine and rim that make the drop look like water."""
    pen.blob(
        shape,
        rad(
            cx - r * 0.2,
            cy - r * 0.2,
            r * 1.5,
            ["#ffffff00", "#ffffff00", "#0f596322", "#0a4652aa"],
            [0, 0.55, 0.75, 1],
        ),
    )
    pen.blob(shape, fade("#eaf7f2", 0.85), width=9)
    pen.blob(
        [
            (cx - r * 0.83, cy + r * 0.12),
            (cx - r * 0.8, cy - r * 0.3),
            (cx - r * 0.56, cy - r * 0.86),
            (cx - r * 0.68, cy - r * 0.34),
            (cx - r * 0.74, cy + r * 0.08),
        ],
        "#ffffff",
        alpha=0.62,
    )
    pen.oval(cx - r * 0.74, cy + r * 0.3, 17, 40, "#ffffff", alpha=0.6)
    pen.arc(cx, cy, r * 0.9, r * 0.9, 25, 70, "#ffffff", 22, alpha=0.45)
    pen.glow(cx + r * 0.35, cy + r * 0.7, r * 0.5, "#d9fff2", 0.35)


def small_drop(pen, x, y, k):
    """A small falling drop."""
    shape = w.drop_path(x, y, k, 40)
    pen.blob(
        shape,
        lin(0, y - k * 2, 0, y + k, ["#e8f6ee", "#7fc0bd", mix("#2f858e", "#ffffff", 0.1)]),
        alpha=0.9,
    )
    pen.blob(shape, "#ffffff", width=4, alpha=0.8)
    pen.oval(x - k * 0.35, y - k * 0.2, k * 0.13, k * 0.3, "#ffffff", alpha=0.9)
