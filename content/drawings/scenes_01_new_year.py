"""January issue: cover and outdoor scenes."""

import math

from . import buildings as b
from . import figures as f
from . import landscape as g
from . import plants as p
from . import sky as s
from . import vehicles as v
from . import water as w
from .finish import scene
from .palette import mix, shade
from .pen import lin

GOLD = "#ffd489"


@scene("2020-01", "cover.jpg", "C")
def dawn_cover(pen):
    """New Year's dawn over the river city: the great bridge, ships, and mist."""
    s.sky(pen, 1950, ["#5b3a5e", "#93475c", "#d0644f", "#f39a55", "#fcc878", "#fde6ae"])
    s.streaks(pen, 420, 1500, "#f7a668", 30, 0.6, 0.34)
    s.streaks(pen, 900, 1700, "#ffe2a8", 16, 0.55, 0.3)
    pen.glow(1500, 1640, 1500, "#ffd98a", 0.5)
    s.sun(pen, 1500, 1640, 190, "#fff6d6", "#ffd27a", 6)
    for base, tone, pale, peaks in (
        (1800, "#d98a68", "#fbd09a", [(0.12, 220, 0.12), (0.34, 140, 0.1), (0.9, 260, 0.12)]),
        (1880, "#b36a60", "#f5ba86", [(0.03, 200, 0.12), (0.24, 110, 0.08), (0.78, 150, 0.1)]),
    ):
        crest = g.ridge(pen, base, 60, peaks, freq=4)
        g.mountain(pen, crest, base + 260, tone, pale, shade(tone, -0.15), 300)
        s.mist(pen, base + 110, 90, "#fde0b0", 0.5, 4)
    city(pen)
    w.water(pen, 2020, 3437, ["#fde0a6", "#f3a866", "#c9685a", "#7f4560", "#43304f"])
    pen.reflect(2020, 620, 0.9, 0.5, 14, 6)
    w.glints(pen, 1500, 2030, 3300, "#fff4cc", 300, 0.035, 0.95)
    w.ripples(pen, 2050, 3437, "#fdd59a", 320, 0.5)
    w.ripples(pen, 2550, 3437, "#3f2a4a", 170, 0.35)
    great_bridge(pen)
    ships(pen)
    promenade(pen)
    s.flock(pen, 640, 900, 420, 13, 34, "#4a2c48")


def city(pen):
    """Two depths of towers along the far bank, with a tall needle."""
    with pen.layer(alpha=0.75):
        b.skyline(pen, -60, 1200, 2020, 160, 420, "#c9806a", "#e9aa7c", 0.1, 0.1, (60, 110))
        b.skyline(pen, 1750, 2640, 2020, 140, 380, "#c9806a", "#e9aa7c", 0.1, 0.1, (60, 110))
    b.skyline(pen, -60, 760, 2024, 190, 560, "#8a4f5a", "#d98a62", 0.22, 0.12, (70, 120))
    b.skyline(pen, 2080, 2640, 2024, 170, 460, "#8a4f5a", "#d98a62", 0.22, 0.12, (70, 120))
    x = 520
    pen.poly([(x - 34, 2024), (x - 10, 1500), (x + 10, 1500), (x + 34, 2024)], "#6f3d54")
    for y, r in ((1640, 52), (1500, 38)):
        pen.oval(x, y, r, r * 0.72, lin(x - r, 0, x + r, 0, ["#6f3d54", "#d98a62"]))
    pen.line([(x, 1480), (x, 1290)], "#6f3d54", 8)
    s.mist(pen, 1990, 90, "#fde4b8", 0.65, 6)


def great_bridge(pen):
    """A cable-stayed bridge sweeping across the picture."""
    tone, deck = "#4a2c48", 2230
    for x, top in ((610, 1330), (1990, 1470)):
        pen.poly(
            [
                (x - 60, 2560),
                (x - 26, 1800),
                (x - 12, top),
                (x + 12, top),
                (x + 26, 1800),
                (x + 60, 2560),
                (x + 30, 2560),
                (x, 1900),
                (x - 30, 2560),
            ],
            lin(x - 60, 0, x + 60, 0, [tone, "#9a5158"]),
        )
        pen.rect(x - 34, 1990, 68, 22, tone)
        for k in range(1, 17):
            for side in (-1, 1):
                far = x + side * k * 43
                pen.line(
                    [(x, top + 30 + k * 16), (far, deck - 4 - far * 0.012)], tone, 3.4, alpha=0.85
                )
        pen.glow(x, top, 70, "#ff7a4a", 0.8)
        pen.dot(x, top, 9, "#ffe0b0")
    pen.poly(
        [(-20, deck), (2600, deck - 32), (2600, deck + 14), (-20, deck + 46)],
        lin(0, deck - 30, 0, deck + 46, ["#7a4658", "#3c2442"]),
    )
    pen.line([(-20, deck - 4), (2600, deck - 36)], GOLD, 5)
    for x in range(20, 2551, 88):
        y = deck - 6 - x * 0.0122
        pen.line([(x, y), (x, y - 52)], tone, 5)
        pen.dot(x, y - 54, 6, "#fff0c4")
    for x, tone2, flip in (
        (300, "#f0e2c4", False),
        (980, "#c9453a", False),
        (1330, "#3f6f7c", True),
        (1720, "#e8b04a", False),
        (2300, "#f0e2c4", True),
    ):
        v.van(pen, x, deck - 8 - x * 0.0122, 0.24, tone2, "#8a4f5a", flip)
    for x in (1300, 60, 2520):
        pen.poly(
            [(x - 30, deck + 20), (x + 30, deck + 20), (x + 40, 2620), (x - 40, 2620)],
            lin(0, deck, 0, 2620, ["#5c3850", "#3c2442"]),
        )


def ships(pen):
    """A freighter, a ferry, and two sampans."""
    v.barge(pen, 860, 2570, 1.15, "#3a2c4a", "#a9745a")
    w.wake(pen, 500, 2574, 460, 60, "#ffe2b0", 0.6)
    v.patrol_boat(pen, 1870, 2760, 1.45, "#f6ead2", "#8a3a3c", flip=True)
    with pen.layer(alpha=0.3), pen.at(1870, 2776, 1, sy=-0.5):
        v.patrol_boat(pen, 0, 0, 1.45, "#f6ead2", "#8a3a3c", flip=True)
    w.ripples(pen, 2762, 2810, "#ffe9bf", 26, 0.7, 1500, 2250)
    for x, y, k in ((520, 2830, 1.15), (1640, 2450, 0.7)):
        v.sampan(pen, x, y, k * 1.3, "#3c2838", "#5a3a3e")
        f.figure(
            pen,
            x + 96 * k,
            y - 16 * k,
            150 * k,
            f.REACH,
            top="#5a3344",
            bottom="#33233a",
            hat="straw",
            noshadow=True,
        )


def promenade(pen):
    """The near embankment: plum blossom, lanterns, and early walkers."""
    pen.poly(
        [(0, 3200), (2551, 3130), (2551, 3437), (0, 3437)],
        lin(0, 3130, 0, 3437, ["#5c3850", "#2c1c34"]),
    )
    pen.poly([(0, 3200), (2551, 3130), (2551, 3152), (0, 3226)], "#c97f68")
    for x in range(30, 2551, 150):
        y = 3200 - x * 0.0275
        pen.rect(x, y - 104, 20, 108, "#4a2c48")
        pen.oval(x + 10, y - 110, 18, 16, "#7a4658")
    for dy in (-84, -44):
        pen.line([(0, 3200 + dy), (2551, 3130 + dy)], "#4a2c48", 12)
    for x, h, pose, tone, fl in (
        (1150, 330, f.POINT, "#c9453a", False),
        (1040, 320, f.STAND, "#2f5060", False),
        (1250, 210, f.STAND, "#e8b04a", True),
        (1640, 330, f.STRIDE, "#7a5a8a", True),
    ):
        f.figure(
            pen,
            x,
            3330,
            h,
            pose,
            flip=fl,
            top=tone,
            bottom="#2c2236",
            female=x == 1040,
            style="long",
            hat="beanie" if x != 1040 else None,
            skin="#d99f7c",
        )
    plum(pen, [(2600, 3250), (2420, 2900), (2470, 2600), (2260, 2380)], 60)
    plum(pen, [(2440, 2880), (2230, 2790), (2080, 2640)], 32)
    plum(pen, [(2465, 2620), (2540, 2430), (2500, 2250)], 30)


def plum(pen, pts, k):
    """A branch of red plum with blossom."""
    pen.line(pts, "#33202f", k, smooth=True)
    pen.line(pts[1:], "#33202f", k * 0.6, smooth=True)
    for (ax, ay), (cx, cy) in zip(pts, pts[1:]):
        for i in range(9):
            t = i / 9
            x, y = ax + (cx - ax) * t, ay + (cy - ay) * t
            tx, ty = x + pen.u(-150, 60), y + pen.u(-130, 60)
            pen.line([(x, y), (tx, ty)], "#33202f", k * 0.16)
            for j in range(3):
                blossom(pen, tx + (x - tx) * j * 0.3, ty + (y - ty) * j * 0.3, pen.u(13, 24))


def blossom(pen, x, y, r):
    """One five-petalled blossom."""
    tone = pen.pick(("#e0405a", "#f06a7c", "#c92f4c"))
    for i in range(5):
        a = i * 1.2566 + pen.u(0, 0.3)
        pen.dot(x + math.cos(a) * r * 0.55, y + math.sin(a) * r * 0.55, r * 0.5, tone)
    pen.dot(x, y, r * 0.24, "#ffe29a")


@scene("2020-01", "mine.jpg")
def mine(pen):
    """A quarry before and after restoration, joined along a slant."""
    s.sky(pen, 520, ["#a9b5ba", "#cfcfc6", "#e4d9c4"])
    scar(pen)
    with pen.clip([(1010, 0), (1800, 0), (1800, 1200), (700, 1200)]):
        healed(pen)
    pen.line([(1010, -10), (700, 1210)], "#fbf8f0", 14)


def scar(pen):
    """The bare quarry: benches, dust, rubble, a muddy pit."""
    crest = g.ridge(pen, 480, 70, [(0.2, 230, 0.14), (0.46, 130, 0.1)], freq=4)
    g.mountain(pen, crest, 900, "#a5988a", "#cbbda6", "#7f7468", 260)
    for i in range(7):
        y = 470 + i * 74
        pts = [(x, y + math.sin(x / 140 + i) * 12 + pen.u(-6, 6)) for x in range(-20, 1100, 40)]
        tone = mix("#cdb393", "#9a7f65", i / 6)
        pen.poly(pts + [(1100, 1210), (-20, 1210)], tone)
        pen.poly(pts + [(x, py + 34) for x, py in pts[::-1]], shade(tone, -0.26))
        for x, py in pts[::2]:
            pen.line([(x, py + 4), (x + pen.u(-8, 8), py + 32)], shade(tone, -0.42), 3, alpha=0.6)
    pen.blob(
        [(60, 960), (360, 920), (620, 960), (560, 1030), (220, 1050)],
        lin(0, 920, 0, 1040, ["#b5a078", "#8a7450"]),
    )
    for x, y in pen.scatter(70, 0, 820, 880, 1190):
        k = pen.u(8, 30)
        pen.poly(
            [(x - k, y), (x - k * 0.4, y - k * 0.8), (x + k * 0.5, y - k * 0.7), (x + k, y)],
            shade("#a89078", pen.u(-0.3, 0.2)),
        )
    for x in (520, 140):
        p.bare(pen, x, 890, 40, 90, 9, "#5f5248", 5, 26)
    v.truck(pen, 120, 870, 0.4, "#8a7a5a", "#8a6a4a", load="#8f7d68")
    s.mist(pen, 640, 120, "#d9c8aa", 0.4, 3)


def healed(pen):
    """The same slope greened: terraces of trees, a clear lake, visitors."""
    s.sky(pen, 520, ["#6fb0d3", "#b5dbe0", "#eef2da"])
    s.cumulus(pen, 1480, 190, 380, "#ffffff", "#e3eff0", 10)
    crest = g.ridge(pen, 480, 60, [(0.66, 180, 0.12), (0.95, 230, 0.14)], freq=4)
    g.mountain(pen, crest, 760, "#7fae96", "#c9dfb5", "#64957f", 240)
    for i in range(6):
        y = 480 + i * 78
        pts = [(x, y + math.sin(x / 150 + i) * 14) for x in range(640, 1860, 40)]
        tone = mix("#a3cc74", "#559a52", i / 5)
        pen.poly(pts + [(1840, 1210), (640, 1210)], tone)
        pen.line(pts, "#e3dcb5", 6, smooth=True)
        for x in range(680, 1840, 62):
            k = 40 + i * 10
            px = x + pen.u(-16, 16)
            p.leafy(
                pen,
                px,
                y + 46 + math.sin(px / 150 + i) * 14,
                k * pen.u(1.1, 1.7),
                ["#2f7350", "#69ad56", "#c3d96e"]
                if pen.rng.random() < 0.86
                else ["#d98aa0", "#f2b9c4", "#fde6e2"],
                clumps=9,
            )
    lake = [(900, 1010), (1200, 960), (1560, 985), (1700, 1050), (1400, 1110), (1000, 1100)]
    pen.blob([(x, y - 8) for x, y in lake], "#e9e2bf")
    pen.blob(lake, lin(0, 960, 0, 1110, ["#bfe6e2", "#4fa5ad"]))
    with pen.clip(lake, smooth=True):
        w.ripples(pen, 965, 1110, "#ffffff", 50, 0.5, 900, 1700, 0.8)
    for x, h, tone, fl in (
        (1500, 190, "#c9453a", False),
        (1570, 180, "#2f6f8c", True),
        (1620, 120, "#e8b04a", True),
    ):
        f.figure(
            pen, x, 1170, h, f.STAND if fl else f.POINT, flip=fl, top=tone, female=fl, style="bob"
        )
    w.grass(pen, 640, 1800, 1212, 70, 180, ["#2f7350", "#5c9c4c", "#a3c45c"])
