"""March issue: pictures of the pollution-control column."""

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
from .pen import lin


@scene("2020-03", "steel.jpg")
def steel(pen):
    """A steel works after ultra-low-emission refit, toward evening."""
    s.sky(pen, 800, ["#3f6480", "#7f98a5", "#d3b596", "#f4c587", "#f7a96a"])
    s.streaks(pen, 120, 600, "#f9d9a8", 18, 0.5, 0.3)
    s.sun(pen, 360, 610, 62, "#fff0c9", "#ffc47a", 8)
    g.fill_below(pen, g.ridge(pen, 720, 40, [(0.85, 60, 0.2)], freq=4), 840, "#8a8a90", "#b29c8c")
    for x, k, h in ((820, 52, 520), (960, 46, 460), (1660, 60, 600)):
        b.chimney(pen, x, 800, k, h, "#c7c6be", "#b5503c")
    furnace(pen, 1240, 800)
    for i in range(3):
        b.tank(pen, 1440 + i * 92, 800, 76, 330 - i * 18, "#8f9aa0", 0.3)
    b.shed(pen, 560, 800, 520, 190, "#7d95a0", "#4d6a78", 7, teeth=True)
    duct(pen)
    dome_shed(pen, -120, 830, 820, 330)
    pen.rect(0, 826, 1800, 400, lin(0, 826, 0, 1200, ["#9a9486", "#6e7470", "#4e5a5c"]))
    pen.poly(
        [(0, 900), (1800, 880), (1800, 1010), (0, 1050)],
        lin(0, 880, 0, 1040, ["#7d7f7c", "#646a6b"]),
    )
    for i in range(14):
        pen.rect(i * 140, 962 - i * 1.6, 70, 6, "#e9e2c8", alpha=0.8)
    v.truck(pen, 950, 1000, 0.72, "#e0e3da", "#3f7a6c")
    for x, y in pen.scatter(120, 0, 1800, 1080, 1130):
        g.crown(pen, x, y, pen.u(40, 62), pen.pick(("#2f5a48", "#3f7350", "#6a9055")))
    for x in range(40, 1800, 150):
        p.conifer(pen, x, 1130, pen.u(140, 190), "#2f5f4c")
    f.figure(pen, 640, 1140, 330, f.POINT, top="#35607a", hat="hardhat", vest="#f0a03a")
    f.figure(
        pen,
        540,
        1150,
        330,
        f.HOLD,
        top="#6b7f5c",
        hat="hardhat",
        hatcolor="#f4f3ea",
        female=True,
        style="pony",
    )
    w.grass(pen, 0, 1800, 1215, 90, 220, ["#22443c", "#2f5f48", "#5a7f4c"])


def furnace(pen, x, y):
    """A blast furnace with its inclined charging bridge."""
    pen.poly(
        [
            (x - 92, y),
            (x - 70, y - 210),
            (x - 84, y - 300),
            (x - 44, y - 440),
            (x + 44, y - 440),
            (x + 84, y - 300),
            (x + 70, y - 210),
            (x + 92, y),
        ],
        lin(x - 90, 0, x + 90, 0, ["#8c7b74", "#6f6462", "#42444b"]),
    )
    for t in (80, 170, 260, 350, 430):
        pen.rect(x - 108, y - t, 216, 11, "#39434a")
        for i in range(10):
            pen.rect(x - 106 + i * 23, y - t - 24, 3, 24, "#4c575d")
        pen.rect(x - 108, y - t - 26, 216, 4, "#4c575d")
    pen.line([(x - 470, y), (x - 10, y - 470)], "#4a545a", 26)
    pen.line([(x - 470, y - 8), (x - 10, y - 478)], "#7d878b", 5)
    b.pipe(pen, [(x, y - 440), (x, y - 530), (x + 150, y - 530), (x + 190, y - 330)], "#8b8f90", 34)
    pen.glow(x, y - 30, 150, "#ff9a4a", 0.8)
    pen.rect(x - 22, y - 52, 44, 52, "#ffcf7a", r=18)


def duct(pen):
    """Dust-collection ducts and bag filters."""
    for i in range(4):
        x = 640 + i * 96
        pen.rect(x, 700, 82, 100, lin(x, 0, x + 82, 0, ["#b5c4c6", "#dfe6e2", "#8da1a6"]))
        pen.poly([(x, 800), (x + 82, 800), (x + 52, 836), (x + 30, 836)], "#75898f")
    b.pipe(pen, [(600, 690), (1010, 690), (1010, 610), (1120, 610)], "#d3dad6", 38)


def dome_shed(pen, x, y, w_, h):
    """A vast enclosed stockyard: a ribbed barrel roof."""
    n = 40
    arc = [(x + w_ * i / n, y - h * math.sin(math.pi * i / n) ** 0.72) for i in range(n + 1)]
    pen.poly(arc, lin(x, y - h, x + w_, y, ["#e9eee8", "#a9c1c4", "#5f7f8a"]))
    for i in range(2, n - 1, 2):
        t = i / n
        top = arc[i]
        pen.line([(x + w_ * (0.5 + (t - 0.5) * 1.0), y), top], "#6f8f98", 2.5, alpha=0.6)
    for k in (0.35, 0.6, 0.82):
        ring = [(px, y - (y - py) * k) for px, py in arc[1:-1]]
        pen.line(ring, "#7f9ca3", 2.5, alpha=0.6)
    pen.line(arc, "#4c6b76", 7)
    pen.rect(x + w_ * 0.4, y - 104, 170, 104, "#3a4d56")
    pen.rect(x + w_ * 0.4 + 10, y - 94, 150, 94, lin(0, y - 94, 0, y, ["#20313a", "#4d5f66"]))
    pen.blob(
        [
            (x + w_ * 0.4 + 10, y),
            (x + w_ * 0.4 + 60, y - 46),
            (x + w_ * 0.4 + 120, y - 30),
            (x + w_ * 0.4 + 160, y),
        ],
        "#5f4a3d",
    )


@scene("2020-03", "river-outlet.jpg")
def river_outlet(pen):
    """Checking outfalls along a river; a drone over the water on a clear cool day."""
    s.sky(pen, 420, ["#8fb9c4", "#c9dcd6", "#eee8d3"])
    b.skyline(pen, -20, 900, 430, 70, 230, "#cfd8d2", "#93acae", 0, 0.12, (40, 74))
    g.canopy(pen, g.ridge(pen, 410, 30, freq=6), 450, ["#4a7f62", "#74a565", "#b5c878"], 30, 1.0)
    b.arch_bridge(pen, 1120, 1760, 470, 90, "#c7bda6", "#8d8472")
    pen.rect(0, 446, 1800, 760, lin(0, 446, 0, 1200, ["#bcd3c8", "#86b3ab", "#4e8a8c", "#2b626b"]))
    pen.reflect(450, 240, 0.8, 0.42, 6, 4)
    w.ripples(pen, 480, 1150, "#e6f1e4", 200, 0.45)
    embankment(pen)
    for x, y, r_ in ((860, 830, 66), (1180, 742, 48)):
        outfall(pen, x, y, r_)
    v.drone(pen, 620, 300, 1.5)
    pen.poly(
        [(612, 330), (640, 330), (960, 800), (760, 860)],
        lin(0, 330, 0, 830, ["#d9f6ff66", "#d9f6ff00"]),
    )
    v.sampan(pen, 330, 720, 0.9, "#3f6a7c")
    f.figure(pen, 300, 706, 150, f.REACH, vest="#f0802c", top="#2f5f6b", hat="cap", noshadow=True)
    f.figure(
        pen,
        390,
        710,
        140,
        {**f.SIT, "lean": 2},
        flip=True,
        vest="#f0802c",
        top="#2f5f6b",
        noshadow=True,
    )
    pilot = f.figure(
        pen, 1330, 1060, 470, f.HOLD, flip=True, top="#35607a", hat="cap", bottom="#3a4148"
    )
    x, y = pilot["near"]
    pen.rect(x - 60, y - 26, 72, 34, "#39444a", r=6)
    pen.rect(x - 48, y - 50, 48, 28, "#8fc4d0", r=3)
    f.figure(
        pen, 1580, 1050, 460, f.POINT, top="#e6e1d0", female=True, style="pony", vest="#7fb84a"
    )
    f.figure(
        pen,
        1080,
        1010,
        420,
        f.SQUAT,
        flip=True,
        top="#5a7f8c",
        hat="cap",
        boots="#3f4f3f",
        glove="#8fc4d6",
    )
    w.grass(pen, 1150, 1800, 1215, 130, 150, ["#2f6248", "#4f8a50", "#93b65a"])


def embankment(pen):
    """The sloped stone bank running to the lower right."""
    face = [
        (1800, 470),
        (1500, 560),
        (1150, 700),
        (820, 860),
        (560, 1050),
        (440, 1200),
        (1800, 1200),
    ]
    pen.poly(face, lin(700, 700, 1100, 1200, ["#b3ac98", "#8f8b7c"]))
    with pen.clip(face):
        for i in range(16):
            y = 500 + i * 60
            for j in range(26):
                x = j * 90 + (i % 2) * 45 - 60
                pen.poly(
                    [(x, y), (x + 84, y - 34), (x + 88, y + 18), (x + 6, y + 52)],
                    shade("#b5ae9b", pen.u(-0.16, 0.14)),
                )
        pen.poly(
            [(1800, 640), (1480, 740), (1180, 890), (1000, 1040), (900, 1200), (1800, 1200)],
            lin(0, 640, 0, 1200, ["#8dba62", "#4f8f50"]),
        )
        pen.line([(1800, 640), (1480, 740), (1180, 890), (1000, 1040), (900, 1200)], "#dcd3b8", 16)
    pen.line(face[:6], "#e9efe0", 6, alpha=0.8)


def outfall(pen, x, y, r_):
    """A round pipe mouth with clear water running out."""
    pen.dot(x, y, r_ * 1.2, "#8a8476")
    pen.dot(x, y, r_, "#bcb5a2")
    pen.dot(x, y, r_ * 0.82, lin(0, y - r_, 0, y + r_, ["#1f2c30", "#43545a"]))
    pen.blob(
        [
            (x - r_ * 0.55, y + r_ * 0.3),
            (x + r_ * 0.6, y + r_ * 0.3),
            (x + r_ * 0.5, y + r_ * 0.9),
            (x - r_ * 0.5, y + r_ * 1.9),
            (x - r_ * 1.5, y + r_ * 2.1),
            (x - r_ * 0.7, y + r_ * 1.0),
        ],
        lin(0, y, 0, y + r_ * 2, ["#bfe0dc", "#7fb5b3"]),
    )
    for i in range(4):
        pen.oval(
            x - r_ * 1.2,
            y + r_ * 2,
            r_ * (0.5 + i * 0.4),
            r_ * (0.12 + i * 0.08),
            "#eef6ec",
            width=4,
            alpha=0.7 - i * 0.15,
        )


@scene("2020-03", "truck-check.jpg")
def truck_check(pen):
    """A roadside emission check of heavy diesel lorries on a bright dry morning."""
    s.sky(pen, 640, ["#7fb3d3", "#b9d8df", "#f3ecd2"])
    s.cumulus(pen, 300, 240, 460, "#ffffff", "#e5edee", 11)
    s.cumulus(pen, 1480, 170, 380, "#ffffff", "#e5edee", 9)
    crest = g.ridge(pen, 620, 60, [(0.75, 150, 0.16), (0.2, 90, 0.15)], freq=3)
    g.mountain(pen, crest, 760, "#86ab9c", "#c7d8b4", "#6d9589", 200)
    pen.rect(0, 650, 1800, 120, lin(0, 650, 0, 770, ["#c9c977", "#93b162"]))
    for x in range(30, 1800, 92):
        p.poplar(pen, x, 742, pen.u(200, 270), "#87a855", 0.2)
    pen.rect(0, 740, 1800, 460, lin(0, 740, 0, 1200, ["#8f959a", "#6d757b", "#596168"]))
    pen.rect(0, 738, 1800, 10, "#dfe0d5")
    for i in range(12):
        pen.poly(
            [
                (i * 170 - 20, 1090),
                (i * 170 + 80, 1090),
                (i * 170 + 64, 1108),
                (i * 170 - 40, 1108),
            ],
            "#f1ead0",
        )
    for i in range(24):
        pen.rect(i * 78, 700, 7, 46, "#a9b2b5")
    pen.rect(0, 702, 1800, 12, "#c7cecf")
    v.truck(pen, 1130, 900, 0.8, "#c4603f", "#5b6b78", load="#9a8260")
    v.truck(pen, 200, 1010, 1.42, "#2f6f8f", "#a5653f", load="#7a6450")
    pen.blob([(196, 930), (120, 944), (90, 926), (130, 912)], "#5d5f60", alpha=0.35, blur=10)
    look = {"top": "#2b4a68", "bottom": "#26333f", "hat": "cap", "hatcolor": "#22384c"}
    probe = f.figure(pen, 110, 1080, 430, f.REACH, **look, vest="#c9e04a")
    pen.line([probe["near"], (230, 930), (262, 962)], "#e0a32e", 7, smooth=True)
    f.figure(pen, 1230, 1100, 470, f.POINT, flip=True, **look, vest="#c9e04a", glove="#ffffff")
    f.figure(
        pen,
        1420,
        1130,
        470,
        f.HOLD,
        flip=True,
        top="#e8e4d4",
        bottom="#46505c",
        female=True,
        style="bun",
        vest="#ee9a3a",
    )
    for x, y in ((1090, 1120), (1590, 1080), (1700, 1140)):
        cone(pen, x, y, 92)
    analyser(pen, 1560, 1170)


def cone(pen, x, y, k):
    """A traffic cone."""
    pen.oval(x, y, k * 0.5, k * 0.1, "#20262b", alpha=0.3, blur=3)
    pen.poly(
        [(x - k * 0.3, y - 6), (x - k * 0.06, y - k), (x + k * 0.06, y - k), (x + k * 0.3, y - 6)],
        lin(x - k * 0.3, 0, x + k * 0.3, 0, ["#f28a4a", "#d9562c"]),
    )
    pen.poly(
        [
            (x - k * 0.2, y - k * 0.38),
            (x - k * 0.15, y - k * 0.58),
            (x + k * 0.15, y - k * 0.58),
            (x + k * 0.2, y - k * 0.38),
        ],
        "#f7f4ea",
    )
    pen.rect(x - k * 0.42, y - 12, k * 0.84, 13, "#b8431f", r=4)


def analyser(pen, x, y):
    """A portable exhaust analyser on a trolley."""
    pen.rect(x, y - 150, 170, 110, lin(x, 0, x + 170, 0, ["#f0efe6", "#bfc6c4"]), r=8)
    pen.rect(x + 14, y - 138, 80, 56, "#17323a", r=4)
    pen.line(
        [(x + 20, y - 96), (x + 40, y - 112), (x + 58, y - 100), (x + 86, y - 126)], "#67d6b6", 3
    )
    for i in range(3):
        pen.dot(x + 116 + i * 20, y - 118, 7, ("#58b38a", "#e0a32e", "#d9503a")[i])
    v.wheel(pen, x + 30, y - 18, 19)
    v.wheel(pen, x + 140, y - 18, 19)
    pen.rect(x + 6, y - 44, 158, 10, "#3a464b")
