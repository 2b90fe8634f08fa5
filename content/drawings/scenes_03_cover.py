"""March issue: front cover and inside front cover."""

from . import buildings as b
from . import figures as f
from . import landscape as g
from . import plants as p
from . import sky as s
from . import vehicles as v
from . import water as w
from .finish import scene
from .palette import fade, mix, shade
from .pen import lin


def nine_folds(pen, top, foot, tones, count=9):
    """Draw nine ranges, one behind another, each sinking into mist."""
    peaks = [
        [(0.3, 330, 0.1), (0.16, 200, 0.09), (0.46, 180, 0.08)],
        [(0.62, 250, 0.12), (0.86, 300, 0.1), (0.1, 120, 0.1)],
        [(0.2, 260, 0.13), (0.42, 120, 0.1)],
        [(0.78, 280, 0.14), (0.55, 110, 0.08)],
        [(0.04, 250, 0.13), (0.36, 140, 0.09)],
        [(0.95, 330, 0.16), (0.7, 100, 0.1)],
        [(0.24, 130, 0.12), (0.02, 200, 0.1)],
        [(0.88, 220, 0.15), (0.6, 60, 0.12)],
        [(0.1, 150, 0.16), (0.4, 50, 0.1)],
    ]
    for i in range(count):
        t = i / (count - 1)
        base = top + (foot - top) * t**0.9
        crest = g.ridge(
            pen,
            base,
            70 + 20 * t,
            [(x, h * 1.05, wd) for x, h, wd in peaks[i]],
            rough=0.5,
            freq=3 + t * 3,
        )
        tone = mix(tones[0], tones[1], t**1.2)
        pale = mix(tone, tones[2], 0.8 - 0.45 * t)
        g.mountain(
            pen,
            crest,
            base + 260,
            tone,
            pale,
            shade(tone, -0.16),
            420,
            gap=10,
            side=1 if i % 2 else -1,
            alpha=0.55,
        )
        if i > 5:
            g.crest_trees(pen, crest, tone, 7 + 9 * (t - 0.6), 0.8, 0.3)
        s.mist(pen, base + 150, 120, tones[2], 0.4, 3)


@scene("2020-03", "cover.jpg", "C")
def cover(pen):
    """Mirror Moon Lake at a spring dawn."""
    s.sky(pen, 1950, ["#5f9fa6", "#8fc2b8", "#c6dfc6", "#f3e8c6", "#fbd9ae", "#f7c196"])
    s.streaks(pen, 700, 1500, "#fff1dc", 16, 0.5, 0.35)
    s.streaks(pen, 1000, 1400, "#f4b58d", 8, 0.4, 0.3)
    s.sun(pen, 1690, 1320, 92, "#fff3d4", "#ffd696", 9)
    nine_folds(pen, 1480, 1930, ["#9dbdba", "#2f6664", "#f8dfbd"])
    spit(pen)
    w.water(pen, 2010, 3437, ["#f3d5b0", "#b9d0bf", "#6fa5a2", "#2f6d74", "#1c4a55"])
    pen.reflect(2010, 820, 0.72, 0.62, 9, 5)
    pen.rect(0, 2004, pen.w, 26, lin(0, 2004, 0, 2030, [fade("#fff3d9", 0.75), fade("#fff3d9", 0)]))
    w.ripples(pen, 2030, 3437, "#fdeccb", 330, 0.42)
    w.ripples(pen, 2500, 3437, "#153f4a", 140, 0.35)
    w.glints(pen, 1690, 2015, 2950, "#fff3cf", 190, 0.05, 0.85)
    fisher(pen, 1370, 2265, 0.95)
    cover_birds(pen)
    shallows(pen)


def spit(pen):
    """A wooded spit with a small pavilion, seen across the water."""
    crest = g.ridge(pen, 2012, 18, [(0.1, 74, 0.22), (0.26, 30, 0.09)], freq=7)
    g.fill_below(pen, crest, 2040, "#285a55", "#2c615a")
    g.canopy(
        pen, [c for c in crest if c[0] < 1020], 2006, ["#28574e", "#3f7a5f", "#7ea566"], 30, 1.1
    )
    for x, h in ((90, 210), (170, 260), (250, 190), (520, 170), (620, 210), (690, 150)):
        p.poplar(pen, x, 1990, h, "#55875d", 0.2)
    x, y = 830, 1992
    for dx in (-58, -22, 22, 58):
        pen.rect(x + dx - 4, y - 84, 8, 86, "#5b3b33")
    pen.blob(
        [
            (x - 108, y - 88),
            (x - 62, y - 104),
            (x, y - 168),
            (x + 62, y - 104),
            (x + 108, y - 88),
            (x, y - 80),
        ],
        "#31454a",
    )
    pen.rect(x - 5, y - 190, 10, 30, "#31454a", r=4)
    pen.rect(x - 84, y - 4, 168, 14, "#8d8676")


def fisher(pen, x, y, k):
    """A punted boat with its fisherman, mirrored in the water."""
    for sign in (-1, 1):
        with (
            pen.layer(alpha=0.35 if sign < 0 else 1.0),
            pen.at(x, y, k, sy=k * sign * (1 if sign > 0 else 0.7)),
        ):
            v.sampan(pen, 0, 0, 1.5, "#3c3a36", "#4a5650")
            pen.line([(118, -240), (190, 40)], "#2f2c28", 5)
            f.figure(
                pen,
                118,
                -22,
                190,
                f.REACH,
                "side",
                top="#2f4d58",
                bottom="#24323a",
                hat="straw",
                noshadow=True,
            )
    w.ripples(pen, y + 10, y + 60, "#fbe9c8", 16, 0.6, x - 260, x + 260, 0.8)


def cover_birds(pen):
    """Egrets over the lake, the nearest largest."""
    s.egret_fly(pen, 960, 1050, 4.3, "#fffdf6", "#c4d3d0", beat=1.0, rot=-9)
    s.egret_fly(pen, 1650, 860, 2.2, "#fffaf0", "#cfd8d0", beat=0.55, rot=-4)
    s.egret_fly(pen, 560, 1370, 1.9, "#fff8ec", "#c9d4ce", beat=-0.55, rot=4)
    s.egret_fly(pen, 2060, 1120, 1.25, "#fff6e6", "#d5d8cc", beat=0.9)
    s.egret_fly(pen, 2210, 1030, 0.95, "#fff6e6", "#d5d8cc", beat=0.3)


def shallows(pen):
    """The near bank: standing egrets, sand bar, and reeds."""
    bar = [
        (-60, 3060),
        (260, 2970),
        (640, 2960),
        (1000, 3020),
        (1160, 3080),
        (760, 3130),
        (200, 3170),
    ]
    pen.blob([(x + 20, y + 22) for x, y in bar], "#143a44", alpha=0.5, blur=10)
    pen.blob(bar, lin(0, 2940, 0, 3170, ["#8fa06a", "#4c7353", "#234e4d"]))
    w.grass(pen, 0, 960, 3030, 120, 190, ["#6f9a58", "#4f8055", "#a8b86a", "#3c6a50"])
    for x, y, k, flip, bow in (
        (880, 3040, 2.6, False, False),
        (1180, 3130, 2.2, False, True),
        (610, 2990, 1.9, True, False),
    ):
        with pen.layer(alpha=0.3), pen.at(x, y + 6, 1, sy=-0.6):
            s.egret_stand(pen, 0, 0, k, "#e9f0e6", "#b7c6c2", flip, bow)
        s.egret_stand(pen, x, y, k, "#fffdf5", "#c2d0cd", flip, bow)
        pen.oval(x, y + 4, 46 * k / 2, 7, "#e9efdf", width=3, alpha=0.6)
    w.reeds(pen, -60, 400, 3440, 980, 26, "#2f5f4c", "#d8b377", 0.16)
    w.reeds(pen, 1750, 2600, 3460, 1280, 46, "#24544a", "#e3bd80", -0.14)
    w.reeds(pen, 1450, 2600, 3500, 620, 52, "#17423f", "#b08f5d", -0.12)
    w.grass(pen, 0, 2551, 3470, 330, 230, ["#12363a", "#1b4a45", "#265a49"])


@scene("2020-03", "ifc.jpg", "C")
def ifc(pen):
    """A bend of the Lan River from above, one patrol boat, new green on both banks."""
    s.sky(pen, 900, ["#9fd0dc", "#cfe6e2", "#f2f0dc", "#fbe7c9"])
    s.cumulus(pen, 620, 560, 900, "#ffffff", "#e3ecec", 12)
    s.cumulus(pen, 2050, 420, 760, "#ffffff", "#dfeaec", 10)
    s.cumulus(pen, 1500, 700, 620, "#fffaf0", "#e9eee6", 10)
    bend_hills(pen)
    bend_river(pen)
    bend_banks(pen)
    v.patrol_boat(pen, 1230, 2390, 1.25)
    with pen.layer(alpha=0.28), pen.at(1230, 2402, 1, sy=-0.55):
        v.patrol_boat(pen, 0, 0, 1.25)
    w.wake(pen, 1010, 2402, 760, 210, "#f4fbf6", 0.75)
    pen.line([(960, 2408), (1240, 2414), (1480, 2398)], "#ffffff", 6, smooth=True, alpha=0.8)
    f.figure(pen, 1350, 2322, 118, f.POINT, "side", vest="#f08a2c", hat="cap", noshadow=True)
    near_willow(pen)


def bend_hills(pen):
    """The distant hills behind the river bend."""
    for base, tone, pale, peaks, fr in (
        (930, "#a9c9c9", "#e4eee2", [(0.2, 190, 0.14), (0.7, 250, 0.12)], 4),
        (1000, "#7fb0a4", "#d4e6cf", [(0.45, 160, 0.14), (0.95, 230, 0.14)], 4),
        (1100, "#5c9a80", "#b7d8a8", [(0.05, 230, 0.16), (0.82, 110, 0.1)], 5),
    ):
        crest = g.ridge(pen, base, 50, peaks, freq=fr)
        g.mountain(pen, crest, base + 330, tone, pale, shade(tone, -0.14), 300, alpha=0.5)
        s.mist(pen, base + 90, 90, "#f6f7ea", 0.4, 3)
    crest = g.ridge(pen, 1190, 40, [(0.3, 70, 0.2), (0.75, 90, 0.15)], freq=5)
    g.fill_below(pen, crest, 1500, "#5b9a63", "#a9cf7a")
    g.canopy(pen, crest, 1300, ["#3f7f56", "#6ba85c", "#b9d06c"], 30, 1.0, "#a9cfae")


def bend_river(pen):
    """The plain and the river, widening toward the viewer."""
    pen.rect(
        0, 1290, pen.w, pen.h, lin(0, 1290, 0, 3437, ["#a9cf79", "#7fb65c", "#4f8f50", "#2f6b49"])
    )
    for x, y, k in (
        (120, 1420, 420),
        (560, 1360, 380),
        (1900, 1400, 520),
        (2300, 1600, 460),
        (150, 1750, 520),
        (620, 1590, 360),
    ):
        pen.poly(
            [(x, y), (x + k, y - 26), (x + k * 1.15, y + 78), (x - k * 0.1, y + 120)],
            pen.pick(("#e7d25e", "#c6da72", "#8fc063", "#f0db62")),
        )
        for i in range(6):
            t = i / 6
            pen.line(
                [(x + k * t, y - 26 * t), (x - k * 0.1 + k * 1.25 * t, y + 120 - 42 * t)],
                "#6f9f4e",
                3,
                alpha=0.5,
            )
    mids = [
        (2620, 1330),
        (1900, 1350),
        (1120, 1440),
        (640, 1660),
        (700, 1960),
        (1250, 2300),
        (1420, 2700),
        (1150, 3150),
        (850, 3600),
    ]
    widths = [30, 60, 150, 330, 520, 760, 880, 1050, 1250]
    for grow, tone in ((46, "#dcd9a8"), (16, "#f1efd2")):
        w.stream(pen, mids, [a + grow * (a / 600 + 0.25) for a in widths], [tone, tone])
    edge = w.stream(pen, mids, widths, ["#d7ecdf", "#9ad0c6", "#5aaaa9", "#2f858e", "#1d6170"])
    with pen.clip(edge, smooth=True):
        w.ripples(pen, 1600, 3437, "#e4f6ea", 320, 0.4)
        w.ripples(pen, 2300, 3437, "#12505f", 170, 0.3)


def bend_banks(pen):
    """Trees, villages, and a path along the two banks."""
    greens = ["#3d7d4d", "#79b154", "#cfdd74"]
    for x, y in pen.scatter(46, -40, 330, 1480, 2250) + pen.scatter(60, 1700, 2600, 1480, 1980):
        if 700 < x < 1400:
            continue
        p.leafy(pen, x, y, 60 + (y - 1300) * 0.16, greens, clumps=12)
    for i, (x, y) in enumerate(
        ((1980, 1560), (2110, 1590), (2240, 1556), (2050, 1640), (2330, 1660))
    ):
        b.house(pen, x, y, 84, 56, roof="#56606a" if i % 2 else "#7a4a3c")
    for x in range(1560, 2560, 92):
        y = 1480 + (x - 1560) * 0.12
        p.poplar(pen, x, y, 150 + (x - 1560) * 0.06, "#8fb553", 0.2)
    for x, y in pen.scatter(26, 2360, 2640, 2000, 3000):
        p.leafy(pen, x, y, 120 + (y - 1900) * 0.2, ["#2f6e49", "#66a653", "#c3d86b"], clumps=18)


def near_willow(pen):
    """Willow strands and spring grass framing the near side."""
    p.willow(pen, 150, 3330, 1500, "#a9c957", 0.03, 66)
    w.grass(pen, -40, 1500, 3450, 360, 320, ["#2c6a47", "#3f8a4f", "#79b453", "#b5cf60"])
    w.grass(pen, 1300, 2600, 3470, 260, 220, ["#275f45", "#3a824c", "#6da852"])
    for x, y in pen.scatter(60, 300, 2500, 3230, 3430):
        pen.dot(x, y, pen.u(7, 13), pen.pick(("#fff3b8", "#f6d34e", "#ffffff")))
    pen.glow(2400, 300, 1300, fade("#fff3cf", 0.55), 0.5)
