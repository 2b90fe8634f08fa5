"""March issue: portraits of a rural water worker and a marine sampler."""

import math

from . import buildings as b
from . import figures as f
from . import landscape as g
from . import plants as p
from . import sky as s
from . import vehicles as v
from . import water as w
from .finish import scene
from .palette import fade, shade
from .pen import lin

LEAF = ["#3f7f4c", "#7fb554", "#cfdd74"]


@scene("2020-03", "star-c1.jpg")
def village_works(pen):
    """Talking with villagers beside a small rural treatment plant and its reed beds."""
    s.sky(pen, 560, ["#9cc9d6", "#d5e8df", "#f8efd4"])
    s.cumulus(pen, 520, 200, 420, "#ffffff", "#e8efea", 10)
    for base, tone, pale, peaks in (
        (560, "#93b9ab", "#d5e5c8", [(0.3, 180, 0.12), (0.8, 140, 0.12)]),
        (610, "#6da27e", "#b5d299", [(0.05, 160, 0.14), (0.6, 80, 0.12)]),
    ):
        crest = g.ridge(pen, base, 40, peaks, freq=4)
        g.mountain(pen, crest, base + 170, tone, pale, shade(tone, -0.14), 200)
    for i, (x, y) in enumerate(
        ((60, 690), (230, 670), (420, 700), (1240, 680), (1420, 664), (1600, 692))
    ):
        (b.hui if i % 2 else b.house)(pen, x, y, 130, 96)
    g.canopy(pen, g.ridge(pen, 690, 18, freq=7), 730, LEAF, 40, 1.0)
    pen.rect(0, 716, 1800, 500, lin(0, 716, 0, 1200, ["#a3c766", "#71a852", "#477f46"]))
    for i in range(3):
        reed_bed(pen, 760 + i * 60, 760 + i * 110, 760 + i * 90, 82 + i * 16)
    for i in range(3):
        b.tank(pen, 560 - i * 96, 800, 84, 120, "#6fa58f", 0.18)
    pen.rect(640, 690, 130, 112, lin(640, 0, 770, 0, ["#f4efe0", "#d9d0bb"]))
    pen.poly([(624, 692), (705, 646), (786, 692)], "#4a7a6c")
    pen.rect(684, 736, 40, 66, "#4a7a6c")
    b.pipe(pen, [(600, 770), (640, 770)], "#4f8fb0", 14)
    path = [
        (300, 1210),
        (420, 1010),
        (620, 860),
        (740, 806),
        (800, 806),
        (760, 900),
        (720, 1030),
        (720, 1210),
    ]
    pen.blob(path, "#dccfa9")
    f.figure(
        pen,
        520,
        1120,
        520,
        {**f.POINT, "arms": ((-4, 10), (60, 30))},
        top="#2f6f86",
        hat="cap",
        bottom="#41505a",
        boots="#3f4f3f",
    )
    f.figure(
        pen,
        800,
        1130,
        490,
        f.FOLD,
        flip=True,
        top="#c9785a",
        bottom="#4a4a52",
        female=True,
        style="bun",
        hair="#55504c",
    )
    f.figure(pen, 960, 1150, 500, f.AKIMBO, flip=True, top="#7f8a5c", bottom="#3f444a", hat="straw")
    f.figure(pen, 1080, 1160, 300, f.STAND, flip=True, top="#e5b344", bottom="#4b6a8c")
    p.leafy(pen, 140, 1130, 560, LEAF, clumps=34)
    w.grass(pen, 0, 1800, 1214, 90, 260, ["#37703f", "#5c9a48", "#a3c45c"])


def reed_bed(pen, x, y, k, h):
    """One bed of a constructed wetland with a stone rim."""
    box = [(x, y), (x + k, y - 16), (x + k + 60, y + h), (x + 30, y + h + 16)]
    pen.poly([(px, py + 9) for px, py in box], "#8d8a78")
    pen.poly(box, "#d6d0bb")
    inner = [(x + 20, y + 8), (x + k - 14, y - 6), (x + k + 36, y + h - 8), (x + 46, y + h + 4)]
    pen.poly(inner, lin(0, y, 0, y + h, ["#8fc0b4", "#4f8f8c"]))
    for i in range(4):
        yy = y + 14 + (h - 16) * i / 3
        w.grass(
            pen,
            x + 34 + i * 4,
            x + k - 6 + i * 12,
            yy,
            h * 0.75,
            70,
            ["#3f8a4c", "#6fb052", "#a9c95c"],
        )
    for _ in range(12):
        px, py = x + pen.u(60, k - 10), y + pen.u(-h * 0.4, h * 0.6)
        pen.oval(px, py, 7, 9, pen.pick(("#b58ad0", "#f0d85c")))


@scene("2020-03", "star-c2.jpg", "P")
def mountain_path(pen):
    """A village water worker climbing a mountain path through bamboo."""
    s.sky(pen, 900, ["#b5d6c8", "#dcebcf", "#f6f0cf"])
    for base, tone, pale, peaks in (
        (560, "#a9cab8", "#e9f0d6", [(0.55, 260, 0.16), (0.2, 120, 0.12)]),
        (700, "#7fb093", "#cfe2b5", [(0.9, 240, 0.2), (0.3, 130, 0.16)]),
        (860, "#5a9670", "#a9cc8c", [(0.05, 240, 0.2)]),
    ):
        crest = g.ridge(pen, base, 40, peaks, freq=4)
        g.mountain(pen, crest, base + 260, tone, pale, shade(tone, -0.13), 280)
        s.mist(pen, base + 110, 90, "#fbf8e4", 0.5, 3)
    slope = [
        (-40, 1010),
        (260, 980),
        (600, 1010),
        (900, 930),
        (1260, 850),
        (1260, 1700),
        (-40, 1700),
    ]
    pen.blob(slope, lin(0, 860, 0, 1600, ["#8dbb5e", "#4f8a4a", "#2c5a3c"]))
    p.bamboo(pen, 1050, 1010, 900, "#5f9a52", 13, 0.3)
    p.bamboo(pen, 100, 1120, 980, "#558f52", 13, 0.32)
    path = [
        (560, 1000),
        (650, 1050),
        (560, 1140),
        (430, 1260),
        (460, 1420),
        (300, 1640),
        (820, 1640),
        (760, 1440),
        (640, 1290),
        (700, 1160),
        (760, 1060),
        (640, 1000),
    ]
    pen.blob(path, lin(0, 1000, 0, 1600, ["#e2d8b4", "#bfae84"]))
    for i in range(15):
        t = i / 14
        y = 1060 + 540 * t**1.3
        x = 620 + math.sin(t * 4.4 + 2.4) * 80 - 40 * t
        pen.blob(
            [
                (x - 30 - 110 * t, y),
                (x, y - 10 - 12 * t),
                (x + 30 + 110 * t, y),
                (x, y + 10 + 14 * t),
            ],
            shade("#b5ab92", pen.u(-0.1, 0.2)),
        )
        pen.line(
            [(x - 26 - 100 * t, y + 6), (x, y + 12 + 12 * t), (x + 26 + 100 * t, y + 6)],
            "#6f6a56",
            2 + 3 * t,
            smooth=True,
        )
    for x, y, k in ((300, 1240, 150), (900, 1230, 190), (180, 1450, 240), (1040, 1440, 260)):
        p.bush(pen, x, y, k, ["#2f6a42", "#5c9a4c", "#a9c65c"])
    hands = f.figure(
        pen,
        590,
        1480,
        640,
        f.STRIDE,
        top="#2f6f86",
        bottom="#454c4a",
        pack="#c98a3f",
        hat="straw",
        boots="#3d4a3a",
    )
    hx, hy = hands["near"]
    pen.line([(hx - 12, hy - 60), (hx + 66, 1490)], "#7a5a3a", 11)
    for x, y, h in ((60, 1620, 700), (1150, 1620, 760)):
        p.bamboo(pen, x, y, h, "#356a42", 7, 0.24)
    w.grass(pen, 0, 1200, 1615, 140, 220, ["#234f36", "#3f7d44", "#86ad52"])
    pen.poly([(300, 0), (620, 0), (1000, 1600), (300, 1600)], fade("#fff8d8", 0.12), blur=30)


@scene("2020-03", "star-c3.jpg")
def village_stream(pen):
    """A clear stream at the village mouth: stone bridge, old trees, ducks, washing steps."""
    s.sky(pen, 480, ["#f5d9b4", "#fbe7c6", "#fdf1da"])
    crest = g.ridge(pen, 470, 40, [(0.25, 170, 0.14), (0.75, 220, 0.14)], freq=4)
    g.mountain(pen, crest, 640, "#a5b894", "#ecdfba", "#869f84", 220)
    for x, y, k in (
        (120, 640, 150),
        (310, 620, 130),
        (1260, 620, 140),
        (1450, 640, 150),
        (1640, 626, 130),
        (480, 640, 120),
    ):
        b.hui(pen, x, y, k, k * 0.95, 3)
    for x in (250, 700, 1190, 1760):
        p.leafy(pen, x, 660, pen.u(190, 260), ["#7f8f45", "#b5b552", "#ecd98a"], clumps=18)
    pen.rect(0, 640, 1800, 570, lin(0, 640, 0, 1200, ["#b9c069", "#7f9f4f", "#56803f"]))
    mids = [(900, 640), (900, 700), (880, 800), (800, 930), (680, 1080), (560, 1280)]
    edge = w.stream(pen, mids, [170, 200, 260, 360, 480, 640], ["#efe6c8", "#efe6c8"])
    edge = w.stream(
        pen, mids, [160, 188, 240, 330, 440, 590], ["#f3e2bb", "#a9cdb8", "#5faaa0", "#2f7f84"]
    )
    with pen.clip(edge, smooth=True):
        pen.reflect(640, 300, 0.8, 0.45, 5, 4)
        w.ripples(pen, 660, 1200, "#fdf6dc", 190, 0.55)
        for x, y in pen.scatter(46, 150, 1100, 980, 1190):
            pen.oval(
                x,
                y,
                pen.u(12, 38),
                pen.u(6, 14),
                pen.pick(("#86a08c", "#b3b593", "#5f8a82")),
                alpha=0.55,
            )
    b.arch_bridge(pen, 560, 1240, 720, 130, "#cfc3a4", "#9a8d70")
    for x, h, tone, flip in ((840, 112, "#c9583f", False), (930, 74, "#e5b344", False)):
        f.figure(pen, x, 566, h, f.WALK, flip=flip, top=tone, bottom="#3f4a56")
    for i in range(5):
        x, y = 760 + i * 74, 900 + (i % 3) * 26
        duck(pen, x, y, 0.8 + i * 0.04)
    stones(pen)
    f.figure(pen, 1330, 1060, 420, f.SQUAT, flip=True, top="#2f6f86", hat="cap", glove="#cfe6ea")
    bottle_x = 1210
    pen.rect(bottle_x, 965, 22, 44, "#d5ecec", r=6)
    pen.rect(bottle_x, 985, 22, 24, "#7fbfc0", r=6)
    f.figure(
        pen,
        1440,
        900,
        330,
        f.STAND,
        flip=True,
        top="#d98a6a",
        female=True,
        style="bun",
        hair="#6b6560",
    )
    p.willow(pen, 1740, 1130, 780, "#b5c25a", -0.04, 52)
    w.grass(pen, 1080, 1800, 1210, 110, 150, ["#4a7a3f", "#86a84a", "#cdc868"])
    w.grass(pen, 0, 240, 1200, 150, 70, ["#4a7a3f", "#86a84a", "#cdc868"])


def duck(pen, x, y, k):
    """A duck afloat with a small wake."""
    with pen.at(x, y, k, flip=True):
        pen.oval(-10, 8, 52, 5, "#fdf6dc", alpha=0.6)
        pen.blob(
            [(-34, -8), (-22, 4), (14, 4), (26, -8), (8, -16), (-20, -12), (-40, -20)], "#fdf8ea"
        )
        pen.blob([(14, -8), (24, -10), (28, -30), (20, -38), (12, -32), (16, -20)], "#fdf8ea")
        pen.poly([(27, -32), (42, -28), (27, -26)], "#e89a35")
        pen.dot(22, -32, 2, "#2b2b2b")


def stones(pen):
    """Stepping stones and washing steps on the right bank."""
    for i in range(5):
        x, y = 1130 + i * 26, 870 + i * 34
        pen.poly(
            [(x, y), (x + 190, y - 26), (x + 214, y + 8), (x + 12, y + 34)],
            shade("#cabf9f", -0.05 * i),
        )
        pen.poly(
            [(x + 12, y + 34), (x + 214, y + 8), (x + 214, y + 22), (x + 12, y + 50)], "#8d836a"
        )


@scene("2020-03", "star-d1.jpg")
def sea_sampling(pen):
    """A sampling vessel at sea in fresh wind, a rosette sampler over the side."""
    s.sky(pen, 560, ["#4f9cc4", "#93c6d6", "#d5e8de"])
    s.cumulus(pen, 1400, 420, 620, "#ffffff", "#dbe9ea", 12)
    s.cumulus(pen, 300, 500, 420, "#ffffff", "#dbe9ea", 10)
    s.cumulus(pen, 900, 260, 360, "#ffffff", "#e3eeee", 9)
    g.fill_below(pen, g.ridge(pen, 560, 20, [(0.9, 60, 0.1)], freq=5), 580, "#8fb5be", "#b5d0ce")
    for i in range(7):
        turbine(pen, 90 + i * 150, 556, 70 + (i % 3) * 12)
    pen.rect(0, 560, 1800, 640, lin(0, 560, 0, 1200, ["#79bfc6", "#3a94a8", "#1d6a86", "#124a68"]))
    swell(pen, 600, 880)
    vessel(pen, 860, 910)
    swell(pen, 905, 1240)
    for x, y, k in (
        (300, 300, 26),
        (420, 240, 20),
        (1180, 180, 22),
        (1540, 300, 28),
        (230, 420, 18),
    ):
        s.bird(pen, x, y, k * 1.6, "#ffffff", pen.u(0.3, 0.9))


def turbine(pen, x, y, h):
    """A distant wind turbine."""
    pen.line([(x, y), (x, y - h)], "#eef4f2", 3)
    a0 = pen.u(0, 120)
    for k in range(3):
        a = math.radians(a0 + k * 120)
        pen.line(
            [(x, y - h), (x + math.cos(a) * h * 0.5, y - h + math.sin(a) * h * 0.5)], "#eef4f2", 2.4
        )


def swell(pen, y0, y1):
    """Rows of waves with lit crests."""
    y = y0
    while y < y1:
        t = (y - 560) / 640
        amp, length = 3 + 15 * t, 90 + 240 * t
        phase = pen.u(0, 6)
        pts = [
            (x, y + math.sin(x / length * 2 + phase) * amp + math.sin(x / length * 5.1) * amp * 0.3)
            for x in range(-20, 1840, 20)
        ]
        tone = shade("#2c86a0", pen.u(-0.16, 0.1) - 0.3 * t)
        pen.poly(
            pts + [(1840, y + 60 + 60 * t), (-20, y + 60 + 60 * t)],
            lin(0, y - amp, 0, y + 60 + 60 * t, [fade(tone, 0.85), fade(tone, 0)]),
        )
        for i in range(2, len(pts) - 4, 3):
            if pts[i][1] < y - amp * 0.45 and pen.rng.random() < 0.8:
                pen.line(pts[i - 1 : i + 3], "#eefaf4", 1.5 + 4 * t, smooth=True, alpha=0.75)
        y += 16 + 40 * t


def vessel(pen, x, y):
    """The white survey boat with its crew and A-frame."""
    with pen.at(x, y, 1.75, rot=-2):
        v.trawler(pen, 0, 0, 1.45, "#f2f4f0", "#ffffff")
        pen.poly([(-190, 2), (188, 2), (164, 18), (-182, 18)], "#1f5f7f")
        pen.line([(-206, -60), (-262, -210), (-190, -210), (-150, -66)], "#e8a02f", 9)
        pen.line([(-232, -208), (-232, -40)], "#39474f", 2)
        pen.rect(-254, -40, 44, 52, "#c9d2d4", r=6)
        for i in range(4):
            pen.rect(-251 + i * 10, -36, 7, 44, "#5f9ab0", r=3)
    look = {
        "vest": "#f0702c",
        "top": "#2f5f86",
        "noshadow": True,
        "hat": "hardhat",
        "hatcolor": "#f4f4ee",
    }
    f.figure(pen, 640, 832, 215, f.REACH, flip=True, **look)
    f.figure(pen, 750, 828, 215, f.STAND, flip=True, **look)
    f.figure(
        pen,
        1010,
        800,
        205,
        f.HOLD,
        flip=True,
        **{**look, "female": True, "style": "pony", "hat": None},
    )


@scene("2020-03", "star-d2.jpg")
def mangroves(pen):
    """Surveying seedlings on the mudflat at the edge of the mangroves, low tide."""
    s.sky(pen, 520, ["#8fc3bd", "#cfe3c9", "#fbeebf", "#fddc9a"])
    s.sun(pen, 1320, 400, 54, "#fffbe4", "#ffe6a0", 8)
    s.streaks(pen, 100, 400, "#ffffff", 10, 0.6, 0.25)
    pen.rect(0, 516, 1800, 110, lin(0, 516, 0, 626, ["#cfe0c0", "#86bdb4"]))
    w.glints(pen, 1320, 520, 620, "#fff6cf", 50, 0.03)
    g.fill_below(pen, g.ridge(pen, 520, 16, [(0.12, 60, 0.1)], freq=5), 530, "#8db5a4", "#b5cfae")
    pen.rect(0, 610, 1800, 600, lin(0, 610, 0, 1200, ["#c9b98c", "#9c8a68", "#6f6250"]))
    for i in range(9):
        y = 650 + i * i * 6.5
        x = pen.u(100, 1500)
        k = pen.u(160, 380)
        pts = [(x - k, y), (x - k * 0.2, y - 8 - i), (x + k, y + 2), (x + k * 0.2, y + 12 + i * 2)]
        pen.blob(pts, lin(0, y - 10, 0, y + 24, ["#fbe6b0", "#8fbfb4"]))
    for x, y, h in (
        (40, 720, 330),
        (250, 690, 270),
        (430, 668, 220),
        (580, 652, 170),
        (690, 642, 130),
    ):
        p.mangrove(pen, x, y, h, ["#1f4f40", "#3f8054", "#8fb55c"])
    seedlings(pen)
    for x, y, k, fl in ((1160, 690, 0.7, True), (1270, 676, 0.6, False), (1480, 720, 0.85, True)):
        s.egret_stand(pen, x, y, k, "#fffdf4", "#c9d0bc", fl, bow=x == 1270)
    f.figure(
        pen,
        860,
        1070,
        470,
        f.SQUAT,
        top="#2f7f86",
        hat="straw",
        boots="#e0a32e",
        glove="#cfe6ea",
        bottom="#4c5a50",
    )
    spots = f.figure(
        pen,
        1240,
        1060,
        480,
        f.WRITE,
        flip=True,
        top="#e9e2cf",
        female=True,
        style="pony",
        boots="#2f7f86",
        bottom="#4c5a50",
        hat="cap",
        hatcolor="#c9583f",
    )
    x, y = spots["near"]
    pen.rect(x - 40, y - 44, 62, 50, "#5a4636", r=4)
    pen.rect(x - 36, y - 50, 54, 48, "#fbf6e6", r=3)
    frame = [(930, 1040), (1130, 1020), (1160, 1090), (920, 1110)]
    pen.poly(frame, "#f4f2e6", width=9)
    p.mangrove(pen, 1720, 1130, 560, ["#173f38", "#2f6a4c", "#6f9a50"])
    p.mangrove(pen, 130, 1210, 520, ["#173f38", "#2f6a4c", "#6f9a50"])


def seedlings(pen):
    """Rows of planted propagules shrinking toward the water."""
    for row in range(7):
        t = row / 6
        y = 700 + 430 * t**1.4
        for i in range(int(17 - 8 * t)):
            x = 420 + i * (78 + 90 * t) + (row % 2) * 40
            h = 26 + 74 * t
            pen.oval(x, y + 2, h * 0.4, h * 0.07, "#5a4c3c", alpha=0.4)
            pen.line([(x, y), (x, y - h)], "#5f7a42", 2 + 3 * t)
            for side in (-1, 1):
                pen.blob(
                    [
                        (x, y - h * 0.8),
                        (x + side * h * 0.22, y - h * 1.2),
                        (x + side * h * 0.4, y - h * 1.25),
                        (x + side * h * 0.24, y - h * 0.92),
                    ],
                    pen.pick(("#5f9a4c", "#86b552")),
                )
