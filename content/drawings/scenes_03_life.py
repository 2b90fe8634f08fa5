"""March issue: green-living essays."""

import math

from . import buildings as b
from . import figures as f
from . import plants as p
from . import sky as s
from . import water as w
from .finish import scene
from .palette import shade
from .pen import lin
from .scenes_03_spring_b import rider

LEAF = ["#2f6a46", "#5f9c50", "#b5cf66"]


@scene("2020-03", "essay-tree.jpg")
def camphor(pen):
    """The old camphor and the courtyard beneath it, late afternoon."""
    s.sky(pen, 700, ["#f3dcae", "#f9e8c4", "#fcf1da"])
    pen.glow(300, 240, 800, "#fff6d4", 0.8)
    for x, k in ((-60, 240), (170, 200), (1420, 220), (1610, 250)):
        b.hui(pen, x, 800, k, k * 1.15, 3, "#ece2cc")
    pen.rect(330, 560, 1100, 250, lin(0, 560, 0, 810, ["#f4ecd8", "#dfd2b8"]))
    pen.rect(310, 536, 1140, 30, "#4b4f4e")
    for x in range(316, 1440, 24):
        pen.oval(x + 12, 562, 10, 6, "#3a3e3e")
    pen.dot(640, 690, 74, "#5a4a3c")
    pen.dot(640, 690, 66, lin(0, 624, 0, 756, ["#d9e0b0", "#8fae6a"]))
    p.bamboo(pen, 640, 752, 120, "#5f8f4a", 5, 0.5)
    pen.rect(1130, 600, 150, 210, "#6b4a35")
    pen.rect(1146, 616, 118, 194, "#40302a")
    pen.poly([(1110, 600), (1130, 572), (1280, 572), (1300, 600)], "#3f4443")
    pen.rect(0, 806, 1800, 400, lin(0, 806, 0, 1200, ["#d9c7a0", "#b39d76", "#8f7c5c"]))
    flagstones(pen)
    w.pool_light(pen, 900, 1010, 800, 120, "#4a4a2c", 0.55)
    old_tree(pen)
    for x, y in ((1290, 1080), (1460, 1090)):
        pen.rect(x, y - 66, 80, 66, lin(x, 0, x + 80, 0, ["#a9a08c", "#7f7664"]), r=14)
    pen.oval(1400, 965, 120, 26, "#bdb39c")
    pen.rect(1380, 970, 40, 110, "#8f8674")
    pen.rect(1376, 930, 34, 30, "#f4efe0", r=6)
    pen.oval(1440, 952, 16, 9, "#f4efe0")
    f.figure(
        pen, 1320, 1092, 430, f.SIT, top="#5a6f7c", bottom="#4a4a4c", hair="#b9b4ac", noshadow=True
    )
    f.figure(
        pen,
        1560,
        1110,
        280,
        f.POINT,
        flip=True,
        top="#d9583c",
        bottom="#4b5f7c",
        female=True,
        style="pony",
    )
    hen(pen, 420, 1090)
    hen(pen, 540, 1130)
    for x, y in pen.scatter(60, 200, 1700, 860, 1190):
        pen.oval(x, y, 9, 4, pen.pick(("#c9793f", "#b5b552", "#8f9a45")))


def flagstones(pen):
    """Irregular paving of the yard."""
    for i in range(7):
        y = 830 + i * i * 8 + i * 10
        step = 120 + i * 34
        for x in range(-60 + (i % 2) * 60, 1860, step):
            pen.poly(
                [
                    (x + 4, y),
                    (x + step - 6, y + 2),
                    (x + step - 2, y + 16 + i * 9),
                    (x - 4, y + 14 + i * 9),
                ],
                shade("#cdbb95", pen.u(-0.12, 0.1)),
                alpha=0.75,
            )


def old_tree(pen):
    """A massive camphor with spreading limbs and a deep crown."""
    bark = lin(740, 0, 1060, 0, ["#8a6a4a", "#6b4f38", "#3f2f25"])
    pen.blob(
        [
            (690, 1050),
            (790, 960),
            (800, 780),
            (770, 600),
            (860, 560),
            (960, 600),
            (980, 780),
            (1000, 950),
            (1110, 1046),
            (1010, 1030),
            (900, 1056),
            (800, 1030),
        ],
        bark,
    )
    for pts, k in (
        ([(850, 700), (700, 520), (430, 430), (240, 440)], 54),
        ([(900, 680), (900, 450), (840, 250)], 60),
        ([(930, 700), (1090, 500), (1360, 420), (1540, 440)], 54),
        ([(880, 620), (720, 400), (600, 250)], 40),
        ([(930, 600), (1080, 380), (1180, 240)], 40),
    ):
        pen.line(pts, "#5a4330", k, smooth=True)
        pen.line([(x - 6, y - 6) for x, y in pts], "#86684a", k * 0.3, smooth=True, alpha=0.6)
    for i in range(12):
        x = 800 + i * 17
        pen.line(
            [(x, 980 - (i % 3) * 40), (x + pen.u(-16, 16), 820), (x + pen.u(-20, 20), 660)],
            "#3a2b21",
            4,
            smooth=True,
            alpha=0.5,
        )
    parts = []
    for _ in range(230):
        a, d = pen.u(0, 6.283), math.sqrt(pen.rng.random())
        x, y = 890 + math.cos(a) * d * 800, 280 + math.sin(a) * d * 235
        if y > 330 + 130 * abs(x - 890) / 800 + 40:
            continue
        parts.append((x, y))
    for x, y in sorted(parts, key=lambda q: -q[1]):
        k = pen.u(48, 92)
        tone = LEAF[0] if y > 380 else pen.pick((LEAF[0], LEAF[1], LEAF[1], "#86b058"))
        pen.oval(x, y, k * 1.25, k * 0.8, shade(tone, -0.1))
        pen.oval(x - k * 0.15, y - k * 0.15, k, k * 0.58, tone)
        for _ in range(7):
            pen.oval(
                x + pen.u(-0.9, 0.7) * k,
                y + pen.u(-0.7, 0.2) * k,
                k * 0.16,
                k * 0.08,
                shade(tone, pen.u(0.1, 0.35)),
                alpha=0.8,
            )


def hen(pen, x, y):
    """A hen pecking."""
    pen.line([(x - 4, y - 20), (x - 4, y)], "#c98a3f", 4)
    pen.line([(x + 8, y - 20), (x + 8, y)], "#c98a3f", 4)
    pen.blob(
        [
            (x - 44, y - 66),
            (x - 20, y - 48),
            (x + 14, y - 54),
            (x + 34, y - 40),
            (x + 14, y - 16),
            (x - 20, y - 16),
        ],
        "#a8562f",
    )
    pen.line([(x + 24, y - 40), (x + 48, y - 24)], "#b5653a", 16)
    pen.dot(x + 52, y - 22, 9, "#b5653a")
    pen.poly([(x + 58, y - 20), (x + 68, y - 12), (x + 56, y - 14)], "#e0a23a")
    pen.dot(x + 54, y - 31, 5, "#c9352c")


@scene("2020-03", "essay-bike.jpg")
def after_rain(pen):
    """Riding home after rain: wet street, shop lights, plane trees in bud."""
    s.sky(pen, 620, ["#5f7f94", "#8fa9b2", "#c5cdc4", "#f0d9b4"])
    s.streaks(pen, 60, 460, "#e9ece4", 14, 0.5, 0.3)
    with pen.layer(alpha=0.7):
        b.skyline(pen, 420, 1300, 660, 120, 330, "#8fa5ae", "#6f8a98", 0.2, 0.1, (60, 100))
    for side in (0, 1):
        street(pen, side)
    pen.rect(0, 700, 1800, 520, lin(0, 700, 0, 1200, ["#8f9a9c", "#5f7078", "#3f525e"]))
    pen.reflect(704, 460, 1.0, 0.5, 12, 5)
    for i in range(8):
        y = 730 + i * i * 8
        pen.poly(
            [
                (896 - i * 3, y),
                (904 + i * 3, y),
                (908 + i * 4, y + 14 + i * 4),
                (892 - i * 4, y + 14 + i * 4),
            ],
            "#f0ead4",
            alpha=0.8,
        )
    for x, y, k in ((420, 1040, 190), (1260, 1120, 230), (1000, 900, 110), (1500, 980, 130)):
        pen.blob(
            [
                (x - k, y),
                (x - k * 0.2, y - k * 0.14),
                (x + k, y - 4),
                (x + k * 0.4, y + k * 0.14),
                (x - k * 0.5, y + k * 0.12),
            ],
            lin(0, y - 30, 0, y + 30, ["#f4dcb0", "#9fb5bc"]),
            alpha=0.75,
        )
    w.ripples(pen, 740, 1200, "#f6e8c9", 90, 0.3)
    with pen.layer(alpha=0.3), pen.at(0, 2 * 1080, 1, sy=-1):
        rider(pen, 540, 1080, 2.3, "#e0a23a", "#b5473a", female=True, style="pony")
    rider(pen, 540, 1080, 2.3, "#e0a23a", "#b5473a", female=True, style="pony")
    pen.rect(668, 830, 92, 62, "#a9794a", r=8)
    for i in range(7):
        pen.blob(
            [
                (680 + i * 11, 832),
                (670 + i * 13, 800 - (i % 3) * 14),
                (688 + i * 12, 806 - (i % 2) * 16),
            ],
            pen.pick(("#5f9a50", "#86b85a", "#e9d36a")),
        )
    rider(pen, 1190, 860, 0.9, "#4f7f9c", flip=True, hat="cap")
    f.figure(pen, 1500, 930, 250, f.WALK, flip=True, top="#b5473a", female=True, style="long")
    umbrella(pen, 1478, 676, 96)
    for x in (110, 1690):
        p.bare(pen, x, 1010 if x < 900 else 980, 190, 90, 40, "#4a4440", 7, 24)
        for px, py in pen.scatter(170, x - 300, x + 300, 330, 720):
            pen.oval(
                px,
                py,
                pen.u(5, 11),
                pen.u(4, 8),
                pen.pick(("#8fb85a", "#b5d06a", "#6f9f4f")),
                alpha=0.9,
            )


def street(pen, side):
    """One side of the street: shopfronts in perspective with warm windows."""
    for i in range(4):
        x0 = -40 + i * 150
        wd, y = 156 - i * 8, 900 - i * 62
        h = 520 - i * 86
        if side:
            x0 = 1800 - x0 - wd
        wall = ("#b59f86", "#8fa09a", "#c2a58f", "#93a5ae")[i]
        pen.rect(x0, y - h, wd, h, lin(0, y - h, 0, y, [wall, shade(wall, -0.25)]))
        pen.rect(x0 - 6, y - h - 14, wd + 12, 18, shade(wall, -0.35))
        for k in range(3):
            for j in range(2):
                pen.rect(
                    x0 + 18 + j * wd * 0.46,
                    y - h + 30 + k * h * 0.19,
                    wd * 0.3,
                    h * 0.12,
                    pen.pick(("#ffd88f", "#6f8a96", "#ffcf7a")),
                )
        pen.rect(x0 + 10, y - h * 0.3, wd - 20, h * 0.22, "#ffdf9c")
        pen.glow(x0 + wd / 2, y - h * 0.2, 150, "#ffc96f", 0.45)
        n = 6
        for k in range(n):
            pen.rect(
                x0 + wd * k / n, y - h * 0.37, wd / n, h * 0.07, ("#c9583f", "#f4ead4")[k % 2], r=3
            )


def umbrella(pen, x, y, k):
    """An open umbrella."""
    pen.line([(x, y - k * 0.4), (x, y + k)], "#3a4046", 4)
    pen.blob(
        [
            (x - k, y),
            (x - k * 0.7, y - k * 0.5),
            (x, y - k * 0.74),
            (x + k * 0.7, y - k * 0.5),
            (x + k, y),
            (x + k * 0.5, y - k * 0.1),
            (x, y),
            (x - k * 0.5, y - k * 0.1),
        ],
        "#2f7a78",
    )
    for t in (-0.5, 0, 0.5):
        pen.line([(x, y - k * 0.72), (x + k * t, y - k * 0.06)], "#1f5a5a", 2.5)
