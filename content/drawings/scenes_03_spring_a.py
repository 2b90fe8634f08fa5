"""March issue: the picture story of spring along the Lan River, first half."""

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


@scene("2020-03", "photo-1.jpg")
def flats(pen):
    """Wintering birds gather on the river flats before leaving."""
    s.sky(pen, 470, ["#8aa6b8", "#b9c6c4", "#e5dcc3", "#f3d9ab"])
    s.streaks(pen, 40, 420, "#f8efe0", 20, 0.55, 0.3)
    s.sun(pen, 1240, 395, 44, "#fffbe8", "#ffe7b4", 8)
    crest = g.ridge(pen, 470, 20, [(0.2, 60, 0.12), (0.34, 40, 0.1)], freq=5)
    g.fill_below(pen, crest, 480, "#9fb0b2", "#c9c9b8")
    pen.rect(0, 470, 1800, 740, lin(0, 470, 0, 1200, ["#f0dcb5", "#b9c3b8", "#7f9ba0", "#4e7480"]))
    w.glints(pen, 1240, 474, 900, "#fff8dc", 150, 0.04)
    for x, y, k, t in (
        (300, 560, 520, 0.3),
        (1400, 600, 560, 0.4),
        (620, 720, 700, 0.7),
        (1500, 850, 620, 1.0),
        (200, 960, 640, 1.3),
    ):
        pts = [
            (x - k, y),
            (x - k * 0.3, y - 16 * t),
            (x + k * 0.4, y - 12 * t),
            (x + k, y + 4),
            (x + k * 0.2, y + 26 * t),
            (x - k * 0.4, y + 20 * t),
        ]
        pen.blob([(a, c + 12 * t) for a, c in pts], "#41616c", alpha=0.35, blur=6)
        pen.blob(pts, lin(0, y - 20, 0, y + 30, ["#dcc79c", "#a08c6a"]))
        for _ in range(int(34 / (0.5 + t))):
            gx, gy = x + pen.rng.gauss(0, 0.36) * k, y + pen.u(-8, 10) * t
            goose(pen, gx, gy, 0.28 + 0.5 * t, pen.rng.random() < 0.5)
    w.ripples(pen, 500, 1200, "#fdf3d9", 160, 0.4)
    s.flock(pen, 700, 200, 460, 21, 26, "#4c5c66")
    s.flock(pen, 1330, 270, 260, 11, 18, "#66757c")
    for i in range(9):
        s.bird(pen, pen.u(150, 1100), pen.u(470, 640), pen.u(34, 60), "#55606a", pen.u(0.2, 0.9))
    hide(pen)


def goose(pen, x, y, k, flip):
    """A wild goose standing or feeding."""
    with pen.at(x, y, k, flip=flip):
        tone = pen.pick(("#6f6459", "#7d7164", "#5c554e"))
        pen.line([(-4, -12), (-4, 0)], "#c98a3f", 4)
        pen.line([(6, -12), (6, 0)], "#c98a3f", 4)
        pen.blob([(-42, -24), (-20, -40), (14, -40), (30, -28), (16, -12), (-18, -10)], tone)
        pen.blob([(-40, -22), (-10, -30), (12, -24), (-14, -12)], shade(tone, -0.25))
        if pen.rng.random() < 0.6:
            pen.line([(22, -34), (34, -52), (32, -70)], tone, 9, smooth=True)
            pen.oval(36, -72, 9, 7, tone)
            pen.poly([(43, -75), (56, -70), (43, -68)], "#d9863a")
        else:
            pen.line([(24, -30), (44, -26), (50, -8)], tone, 9, smooth=True)
            pen.oval(52, -6, 7, 8, tone)


def hide(pen):
    """Two watchers with a telescope among the near reeds."""
    pen.blob(
        [(-40, 1210), (-40, 1040), (300, 1010), (640, 1060), (860, 1210)],
        lin(0, 1010, 0, 1200, ["#a39a62", "#5c6b4a"]),
    )
    f.figure(
        pen, 300, 1130, 420, f.STOOP, top="#55704f", bottom="#4a4a40", hat="cap", hatcolor="#3d5540"
    )
    pen.line([(450, 1140), (490, 950)], "#2f3538", 8)
    pen.line([(535, 1140), (490, 950)], "#2f3538", 8)
    pen.line([(490, 950), (486, 1140)], "#2f3538", 8)
    with pen.at(492, 940, 1, rot=-6):
        pen.rect(-76, -22, 150, 36, lin(0, -22, 0, 14, ["#6b7a80", "#2f3a40"]), r=10)
        pen.rect(70, -28, 36, 48, "#2a3338", r=8)
    f.figure(
        pen,
        170,
        1150,
        440,
        f.HOLD,
        top="#b5713f",
        bottom="#424a4c",
        female=True,
        style="pony",
        pack="#55704f",
    )
    w.reeds(pen, 560, 1000, 1215, 380, 26, "#7f7a4c", "#e8c98c", 0.12)
    w.reeds(pen, 1480, 1840, 1215, 460, 24, "#6f7048", "#e8c98c", -0.14)
    w.grass(pen, -20, 1800, 1212, 90, 220, ["#56653f", "#8a8a50", "#b5a866"])


@scene("2020-03", "photo-2.jpg")
def tea_hills(pen):
    """First tea: rows of bushes wrapping the hills, pickers at work in morning mist."""
    s.sky(pen, 420, ["#c5e0da", "#e5efd9", "#fbf3d3"])
    for base, tone, pale, peaks in (
        (380, "#b0d0c0", "#eaf2dc", [(0.3, 160, 0.12), (0.62, 130, 0.1)]),
        (450, "#86b89a", "#d3e6bd", [(0.85, 180, 0.14), (0.1, 110, 0.1)]),
    ):
        crest = g.ridge(pen, base, 40, peaks, freq=4)
        g.mountain(pen, crest, base + 160, tone, pale, shade(tone, -0.13), 180)
        s.mist(pen, base + 80, 70, "#fdfcec", 0.5, 4)
    pen.rect(0, 560, 1800, 300, lin(0, 560, 0, 800, ["#dcebc9", "#9cc77c"]))
    hill(pen, 420, 640, 760, 330, ["#8fc06a", "#5f9c50"], 9)
    hill(pen, 1480, 600, 900, 380, ["#86b962", "#548f4a"], 11)
    s.mist(pen, 720, 60, "#fbfbe6", 0.35, 3)
    hill(pen, 760, 830, 1180, 520, ["#7ab357", "#3f8044"], 13)
    b.hui(pen, 1270, 610, 90, 74)
    b.hui(pen, 1380, 628, 80, 66)
    for x, y in ((1210, 630), (1490, 640), (1180, 640)):
        p.leafy(pen, x, y, 130, ["#4d8a55", "#8fbf62", "#d9e28a"], clumps=14)
    for x, y, h, tone, fl in (
        (560, 900, 190, "#c9583f", False),
        (880, 890, 180, "#e5b344", True),
        (1180, 960, 220, "#3f7f9c", True),
    ):
        picker(pen, x, y, h, tone, fl)
    front_rows(pen, ((1010, 40), (1090, 60)))
    picker(pen, 330, 1150, 400, "#d9737c", False)
    picker(pen, 1440, 1170, 420, "#2f7f86", True)
    front_rows(pen, ((1180, 84),))


def hill(pen, cx, top, half, drop, tones, rows):
    """A rounded hill combed with tea rows."""
    outline = [
        (cx + half * t, top + drop * abs(t) ** 1.9) for t in [i / 20 for i in range(-20, 21)]
    ]
    body = outline + [(cx + half, 1220), (cx - half, 1220)]
    pen.poly(body, lin(0, top, 0, top + drop * 1.4, tones))
    with pen.clip(body):
        for k in range(rows + 8):
            d = 8 + k * drop * 0.85 / rows * (0.5 + k / rows * 0.6)
            pts = [
                (cx + half * 1.1 * t, top + d + (drop + d * 0.4) * abs(t) ** 1.9)
                for t in [i / 16 for i in range(-16, 17)]
            ]
            wdt = 8 + k * 1.7
            pen.line(
                [(x, y + wdt * 0.5) for x, y in pts], shade(tones[1], -0.3), wdt * 0.9, smooth=True
            )
            pen.line(pts, mix(tones[0], tones[1], k / (rows + 8)), wdt, smooth=True)
            pen.line(
                [(x, y - wdt * 0.28) for x, y in pts],
                shade(tones[0], 0.3),
                wdt * 0.28,
                smooth=True,
                alpha=0.7,
            )


def picker(pen, x, y, h, tone, flip):
    """A tea picker with a basket on the back."""
    d = 1 if flip else -1
    k = h / 100
    pen.blob(
        [
            (x + d * 8 * k, y - 76 * k),
            (x + d * 26 * k, y - 78 * k),
            (x + d * 24 * k, y - 46 * k),
            (x + d * 10 * k, y - 46 * k),
        ],
        "#c79a5a",
    )
    for i in range(4):
        pen.line(
            [(x + d * 9 * k, y - (52 + i * 7) * k), (x + d * 25 * k, y - (52 + i * 7) * k)],
            "#94683a",
            k * 1.1,
        )
    pen.oval(x + d * 17 * k, y - 78 * k, 9 * k, 4 * k, "#7fb04c")
    f.figure(
        pen,
        x,
        y,
        h,
        f.REACH,
        flip=flip,
        top=tone,
        bottom="#3a4a52",
        female=True,
        style="bun",
        hat="straw",
        noshadow=True,
    )


def front_rows(pen, spec):
    """Near tea rows with leaf texture hiding the pickers' feet."""
    for row, (y, k) in enumerate(spec):
        for x in range(-40, 1860, int(k * 0.6)):
            yy = y + math.sin(x / 380 + row) * 30
            tone = pen.pick(("#3f8044", "#5a9c4c", "#6fae50"))
            pen.oval(x, yy, k * 0.8, k * 0.55, tone)
            for _ in range(5):
                lx, ly = x + pen.u(-0.7, 0.7) * k, yy - pen.u(0.2, 0.6) * k
                pen.blob(
                    [
                        (lx, ly),
                        (lx + 5, ly - k * 0.22),
                        (lx + 2, ly - k * 0.4),
                        (lx - 4, ly - k * 0.2),
                    ],
                    pen.pick(("#a9d062", "#c9e07a", "#86bb56")),
                )


@scene("2020-03", "photo-3.jpg")
def harbour(pen):
    """A fishing harbour at noon, hillside houses, boats side by side."""
    s.sky(pen, 430, ["#3f9ac4", "#86c4d6", "#d5ecdf"])
    s.cumulus(pen, 1420, 230, 420, "#ffffff", "#dfeef0", 10)
    crest = g.ridge(pen, 430, 40, [(0.18, 210, 0.16), (0.5, 90, 0.14)], freq=4)
    g.fill_below(pen, crest, 560, "#5f9f86", "#86b58a")
    g.canopy(pen, crest, 500, ["#3f7f60", "#5f9f68", "#94bf74"], 26, 1.1)
    walls = ("#f3e7cf", "#e9b98a", "#f6f3ea", "#d98a6a", "#cfe0dc", "#f0d28a")
    for row in range(4):
        for i in range(11 - row):
            x = -30 + i * 96 + row * 40 + pen.u(-14, 14)
            y = 400 + row * 56 + pen.u(-8, 8) - 40 * math.sin(i / 5)
            b.house(
                pen,
                x,
                y,
                74,
                54,
                wall=pen.pick(walls),
                roof=pen.pick(("#b5573f", "#8a4a3f", "#55646e")),
            )
    pen.line([(900, 556), (1560, 556)], "#c9c3b0", 18)
    pen.rect(1540, 420, 34, 140, lin(1540, 0, 1574, 0, ["#ffffff", "#d3d6d2"]))
    pen.rect(1540, 455, 34, 26, "#c9503c")
    pen.rect(1540, 510, 34, 26, "#c9503c")
    pen.rect(1546, 392, 22, 28, "#3f5a66")
    pen.poly([(1540, 394), (1557, 372), (1574, 394)], "#c9503c")
    pen.rect(0, 560, 1800, 650, lin(0, 560, 0, 1200, ["#8fd0cc", "#3fa3ad", "#1f7a90", "#145a74"]))
    pen.rect(0, 556, 900, 34, "#b5ad98")
    tones = ("#2f6a8a", "#c9583f", "#2f8577", "#e0a23a", "#44546a", "#b5473a")
    for i in range(6):
        v.trawler(pen, 120 + i * 230, 640 + (i % 2) * 10, 0.78, tones[i])
    pen.reflect(650, 210, 0.8, 0.5, 8, 5)
    w.ripples(pen, 660, 1200, "#e6faf4", 210, 0.5)
    v.trawler(pen, 560, 930, 1.75, "#2a5f86", flip=False)
    v.trawler(pen, 1290, 850, 1.3, "#c4533c", flip=True)
    w.ripples(pen, 930, 1010, "#f3fdf8", 50, 0.6, 240, 1500)
    quay(pen)
    for x, y, k in (
        (300, 300, 30),
        (1100, 200, 34),
        (1230, 270, 26),
        (880, 330, 24),
        (1690, 380, 30),
    ):
        s.bird(pen, x, y, k * 1.5, "#ffffff", pen.u(0.3, 0.9))


def quay(pen):
    """The near quay with fishers, baskets, and nets."""
    pen.poly(
        [(0, 1090), (1800, 1060), (1800, 1210), (0, 1210)],
        lin(0, 1060, 0, 1200, ["#cbbf9f", "#988c74"]),
    )
    pen.poly([(0, 1090), (1800, 1060), (1800, 1078), (0, 1110)], "#e8dfc4")
    for x in (250, 900, 1560):
        pen.rect(x, 1050, 34, 40, "#3a464c", r=8)
        pen.rect(x - 8, 1042, 50, 16, "#4f5d64", r=8)
    for i, (x, tone) in enumerate(((1060, "#5f9fb5"), (1160, "#e0a23a"), (1110, "#c9583f"))):
        y = 1150 - (i == 2) * 52
        pen.rect(x, y - 52, 96, 52, tone, r=6)
        for j in range(5):
            pen.oval(x + 14 + j * 17, y - 54, 14, 6, "#c9d6da")
            pen.dot(x + 8 + j * 17, y - 55, 2, "#39474f")
    pen.blob([(1300, 1160), (1360, 1096), (1470, 1080), (1560, 1110), (1620, 1170)], "#3f8577")
    for i in range(26):
        x = 1320 + i * 11
        pen.line([(x, 1160), (x + pen.u(-30, 30), 1100)], "#6fb5a4", 1.5, alpha=0.7)
    f.figure(
        pen, 960, 1170, 340, f.STOOP, top="#e0a23a", bottom="#2f4f66", hat="straw", boots="#c9583f"
    )
    f.figure(pen, 1680, 1165, 350, f.SQUAT, flip=True, top="#3f6f8c", bottom="#3a3f46", hat="cap")
    f.figure(
        pen,
        520,
        1180,
        350,
        f.HOLD,
        top="#c9583f",
        bottom="#34424e",
        female=True,
        style="bun",
        hat="straw",
    )
