"""March issue: the small news pictures."""

import math

from . import buildings as b
from . import figures as f
from . import interior as r
from . import landscape as g
from . import plants as p
from . import sky as s
from . import vehicles as v
from . import water as w
from .finish import scene
from .palette import fade, shade
from .pen import lin

LEAF = ["#2f6a46", "#5f9c50", "#b5cf66"]


@scene("2020-03", "news-1.jpg")
def sorting(pen):
    """Waste-sorting day in a residential court."""
    s.sky(pen, 640, ["#a5d3e3", "#dcedea", "#f8f3e0"])
    for i, (x, k, h) in enumerate(
        ((-30, 330, 560), (380, 260, 470), (1190, 280, 500), (1520, 330, 590))
    ):
        b.tower(
            pen, x, 760, k, h, ("#efe2cb", "#e3c9ae", "#f1e8d8", "#dfd0bd")[i], "#8fb0ba", cap=1
        )
    g.canopy(pen, g.ridge(pen, 720, 22, freq=6), 770, ["#4d8a55", "#86b85a", "#cfe07a"], 44, 1.0)
    pen.rect(0, 764, 1800, 440, lin(0, 764, 0, 1200, ["#d8cfb8", "#bdb39a"]))
    r.tiles(pen, 764, "#a79d85", rows=6)
    pen.poly([(560, 560), (1240, 560), (1300, 620), (500, 620)], "#3f8a6c")
    for x in (540, 1250):
        pen.rect(x, 620, 18, 260, "#6f7f7a")
    for i, tone in enumerate(("#2f7fb5", "#3f9a5c", "#c9483c", "#6f757a")):
        x = 590 + i * 160
        pen.rect(
            x,
            690,
            130,
            200,
            lin(x, 0, x + 130, 0, [shade(tone, 0.2), tone, shade(tone, -0.2)]),
            r=10,
        )
        pen.rect(x - 6, 676, 142, 26, shade(tone, -0.25), r=8)
        pen.dot(x + 65, 790, 34, "#f4f4ec", alpha=0.9)
        shape = [
            (x + 65 + 20 * math.cos(a * 2.09 - 1.57), 790 + 20 * math.sin(a * 2.09 - 1.57))
            for a in range(3)
        ]
        pen.poly(shape, tone) if i % 2 else pen.dot(x + 65, 790, 16, tone)
    f.figure(
        pen,
        430,
        1080,
        460,
        f.POINT,
        vest="#3fa06c",
        top="#e9e4d6",
        female=True,
        style="bob",
        mask=True,
    )
    f.figure(
        pen,
        880,
        1100,
        440,
        f.REACH,
        flip=True,
        top="#d9737c",
        bottom="#4c4f5a",
        female=True,
        style="bun",
        mask=True,
    )
    f.figure(pen, 1060, 1110, 300, f.STAND, flip=True, top="#e5b344", bottom="#3f6a8c", mask=True)
    f.figure(pen, 1380, 1100, 470, f.HOLD, flip=True, top="#5f7f9c", hair="#9a958c", mask=True)
    f.figure(
        pen,
        230,
        1120,
        460,
        f.HOLD,
        vest="#3fa06c",
        top="#4f7f9c",
        mask=True,
        hat="cap",
        hatcolor="#3fa06c",
    )
    for x in (60, 1700):
        p.leafy(pen, x, 1130, 520, ["#4d8a55", "#86b85a", "#cfe07a"], clumps=40)


@scene("2020-03", "news-2.jpg")
def skimming(pen):
    """River cleaners skimming drift from a punt on a town canal."""
    s.sky(pen, 420, ["#d5e6dc", "#eef0de", "#fbf1d8"])
    for i in range(9):
        x = -60 + i * 215
        (b.hui if i % 3 else b.house)(pen, x, 560 + (i % 2) * 6, 180, 170)
    for x in (130, 760, 1370):
        p.willow(pen, x, 610, 360, "#b5cf66", 0.03, 34)
    pen.rect(0, 560, 1800, 70, lin(0, 560, 0, 630, ["#c7bda5", "#9a907a"]))
    for i in range(30):
        pen.rect(i * 62 + (i % 2) * 4, 566, 56, 26, shade("#b8ae96", pen.u(-0.1, 0.12)), r=3)
    pen.rect(0, 626, 1800, 580, lin(0, 626, 0, 1200, ["#a9c7ac", "#6aa396", "#3a7a7c", "#235a64"]))
    pen.reflect(628, 380, 0.9, 0.55, 9, 5)
    w.ripples(pen, 650, 1200, "#eef5e2", 190, 0.45)
    b.arch_bridge(pen, 560, 1060, 640, 110, "#d0c6ac", "#9b907a")
    with pen.layer(alpha=0.35), pen.at(0, 2 * 960, 1, sy=-1):
        v.sampan(pen, 820, 940, 2.9, "#4f6f5c")
    v.sampan(pen, 820, 940, 2.9, "#4f7f6a")
    look = {"vest": "#f0702c", "top": "#2f5f7c", "hat": "straw", "noshadow": True}
    a = f.figure(pen, 660, 920, 380, {**f.REACH, "lean": 20}, flip=True, **look)
    c = f.figure(pen, 1010, 925, 390, f.REACH, **look)
    x, y = a["near"]
    pen.line([(x + 90, y - 120), (x - 250, y + 260)], "#8a6a44", 9)
    pen.oval(x - 280, y + 290, 74, 30, "#4a5a52", width=7)
    pen.oval(x - 280, y + 292, 66, 24, "#cfe0c9", alpha=0.5)
    x, y = c["near"]
    pen.line([(x - 30, y - 200), (x + 40, 1060)], "#8a6a44", 9)
    pen.rect(770, 870, 110, 60, "#3f8a6c", r=8)
    for i in range(6):
        pen.blob(
            [(780 + i * 16, 872), (776 + i * 18, 850), (794 + i * 16, 856)],
            pen.pick(("#6fa044", "#a98a52")),
        )
    for x, y in pen.scatter(26, 200, 640, 960, 1150):
        pen.blob(
            [(x - 22, y), (x, y - 7), (x + 22, y), (x, y + 7)],
            pen.pick(("#6fa044", "#8fb552", "#b59a5c")),
        )
    w.ripples(pen, 945, 1010, "#f7fbea", 24, 0.7, 480, 1180)


@scene("2020-03", "news-3.jpg")
def classroom(pen):
    """An environmental lesson: a teacher, a globe, children with raised hands."""
    r.room(pen, 880, "#f0e6c9", "#c9a878")
    pen.rect(430, 130, 960, 430, "#8a6440", r=8)
    pen.rect(448, 148, 924, 394, lin(448, 148, 1372, 542, ["#3a7a62", "#2a5c4e"]))
    pen.oval(680, 340, 120, 120, "#e9f0dc", width=6)
    pen.blob([(600, 320), (650, 270), (700, 300), (690, 360), (630, 380)], "#8fc78a", alpha=0.8)
    pen.blob([(720, 360), (770, 330), (780, 390), (740, 430)], "#8fc78a", alpha=0.8)
    for i in range(3):
        a, c = 900 + i * 150, 300 + (i % 2) * 60
        p.sapling(pen, a, c + 120, 130, "#cfe8a8")
    pen.line([(850, 470), (1330, 470)], "#e9f0dc", 5)
    r.window(pen, 60, 170, 280, 400, ["#9fd0e6", "#e9f4e2"], panes=2)
    r.window(pen, 1470, 170, 280, 400, ["#9fd0e6", "#e9f4e2"], panes=2)
    r.potted(pen, 120, 582, 120)
    r.potted(pen, 1640, 582, 130)
    pen.rect(780, 640, 420, 30, "#b58a5a")
    pen.rect(800, 670, 380, 220, lin(0, 670, 0, 890, ["#9c7044", "#7d5834"]))
    pen.dot(1080, 580, 48, lin(1030, 540, 1130, 630, ["#7fc0d9", "#2f7fa5"]))
    pen.blob([(1050, 570), (1080, 545), (1100, 575), (1075, 605)], "#6fb05c")
    pen.rect(1050, 630, 60, 12, "#5a4636")
    f.figure(
        pen, 700, 960, 560, f.POINT, top="#2f8577", bottom="#3f4652", female=True, style="long"
    )
    for row, (y, h, n) in enumerate(((1090, 330, 6), (1230, 400, 5))):
        for i in range(n):
            x = 160 + i * (1500 / (n - 1)) + row * 30 - (0 if row == 0 else 30)
            pupil(pen, x, y, h, i, row)


def pupil(pen, x, y, h, i, row):
    """A child at a desk seen from behind, sometimes raising a hand."""
    up = (i + row) % 3 == 0
    pose = {**f.BACK, "arms": ((12, 20), (168, 8))} if up else f.BACK
    tone = ("#d9583c", "#e5b344", "#3f7fa8", "#5f9a5c", "#c9737c", "#7a6fa8")[(i * 2 + row) % 6]
    f.figure(
        pen,
        x,
        y,
        h,
        pose,
        "back",
        top=tone,
        female=(i + row) % 2 == 0,
        noshadow=True,
        style="pony" if (i + row) % 2 == 0 else "short",
    )
    pen.rect(x - h * 0.34, y - h * 0.44, h * 0.68, h * 0.06, "#c99a62", r=4)
    pen.rect(
        x - h * 0.32,
        y - h * 0.38,
        h * 0.64,
        h * 0.4,
        lin(0, y - h * 0.38, 0, y, ["#a87c4a", "#8a6238"]),
    )


@scene("2020-03", "news-4.jpg")
def shore_power(pen):
    """A container ship at berth taking shore power; cranes behind."""
    s.sky(pen, 640, ["#f0b98a", "#f7d3a4", "#fbe8c9"])
    s.sun(pen, 1500, 430, 60, "#fffbe6", "#ffe2a4", 7)
    for x, h, tone in ((260, 520, "#8a6f7c"), (760, 560, "#7a6474"), (1240, 500, "#9a7f86")):
        b.gantry(pen, x, 740, h, tone)
    pen.rect(0, 700, 1800, 510, lin(0, 700, 0, 1200, ["#e9c39a", "#a9a99c", "#5f8a94", "#2f5f74"]))
    v.cargo_ship(pen, 760, 850, 1.55, "#27506a")
    pen.reflect(862, 150, 0.9, 0.4, 8, 5)
    w.ripples(pen, 870, 1000, "#fbe8cc", 80, 0.5)
    pen.poly(
        [(0, 985), (1800, 940), (1800, 1210), (0, 1210)],
        lin(0, 940, 0, 1200, ["#c2b8a4", "#8f8878"]),
    )
    pen.poly([(0, 985), (1800, 940), (1800, 962), (0, 1010)], "#e5b83a")
    for i in range(30):
        x = i * 62
        pen.poly(
            [
                (x, 985 - x * 0.025),
                (x + 26, 984 - x * 0.025),
                (x + 14, 1009 - x * 0.0265),
                (x - 12, 1010 - x * 0.0265),
            ],
            "#39424a",
        )
    pen.rect(1240, 870, 210, 200, lin(1240, 0, 1450, 0, ["#f4f4ea", "#b9c6c2"]), r=8)
    pen.rect(1240, 870, 210, 36, "#2f8a6c", r=8)
    pen.poly(
        [(1352, 926), (1316, 990), (1342, 990), (1330, 1044), (1378, 972), (1350, 972)], "#f0b429"
    )
    pen.rect(1450, 900, 60, 170, "#7f8f8c")
    cable = [(1250, 1010), (1120, 1090), (960, 1060), (900, 940), (830, 800)]
    pen.line(cable, "#1f2a30", 22, smooth=True)
    pen.line([(x - 3, y - 4) for x, y in cable], "#4f6068", 6, smooth=True)
    f.figure(
        pen,
        1090,
        1150,
        390,
        f.STOOP,
        flip=True,
        top="#2f6f8c",
        vest="#f0702c",
        hat="hardhat",
        glove="#f0e2b5",
    )
    f.figure(
        pen,
        1600,
        1150,
        420,
        f.HOLD,
        flip=True,
        top="#e6e0d0",
        vest="#8fc04a",
        hat="hardhat",
        hatcolor="#f4f3ea",
        female=True,
        style="pony",
    )
    for x in (200, 640):
        pen.rect(x, 1000, 50, 60, "#39424a", r=12)
        pen.rect(x - 12, 990, 74, 22, "#4f5a60", r=10)
        pen.line([(x + 20, 1000), (x + 120, 860)], "#d9c9a4", 6)
    for x, y in ((400, 260), (560, 330), (980, 220)):
        s.bird(pen, x, y, 40, "#7a6470", pen.u(0.3, 0.9))
    pen.glow(1500, 430, 900, fade("#ffd9a0", 0.5), 0.35)
