"""January issue: the dye-works district and the reservoir."""

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

GOLD = "#ffd489"


@scene("2020-01", "dyeing.jpg")
def dyeing(pen):
    """The textile district's shared treatment works: round clarifiers, bright cloth."""
    s.sky(pen, 520, ["#8fb0c9", "#c9d8dc", "#f2e6d3"])
    for i in range(4):
        b.shed(
            pen,
            -60 + i * 480,
            540,
            430,
            120,
            ("#d9d3c4", "#c9d3cf", "#dccfbb", "#cfd6d3")[i],
            ("#4f7f86", "#8a5a4a", "#4f6f86", "#6f7f5a")[i],
            6,
            teeth=i % 2 == 0,
        )
    for x in (360, 830, 1330):
        b.chimney(pen, x, 430, 26, 250, "#d3d3c9", "#c4553f")
    cloth(pen)
    pen.rect(0, 536, 1800, 670, lin(0, 536, 0, 1200, ["#a9c08a", "#86a870", "#5f8a5c"]))
    pen.poly([(0, 690), (1800, 640), (1800, 690), (0, 750)], "#cfc9b8")
    for cx, cy, rx, tone in (
        (330, 640, 210, "#6f5a7a"),
        (900, 625, 200, "#5a7a8f"),
        (1450, 610, 190, "#5f9a9a"),
        (480, 920, 360, "#4f8f9a"),
        (1310, 890, 350, "#4fa5a0"),
    ):
        clarifier(pen, cx, cy, rx, tone)
    b.pipe(pen, [(0, 800), (760, 780), (1800, 735)], "#4f8fb0", 26)
    b.pipe(pen, [(0, 840), (760, 820), (1800, 770)], "#d98a3a", 20)
    for x in range(40, 1800, 130):
        pen.rect(x, 790 - x * 0.028, 12, 70, "#6f7a7a")
    f.figure(pen, 860, 1130, 420, f.POINT, hat="hardhat", top="#35607a", vest="#f0902c")
    f.figure(
        pen,
        980,
        1140,
        410,
        f.HOLD,
        flip=True,
        hat="hardhat",
        hatcolor="#f4f3ea",
        top="#e4ddc8",
        female=True,
        style="pony",
    )
    f.figure(pen, 740, 1120, 415, f.STAND, hat="hardhat", hatcolor="#c9453a", top="#6f5a7a")
    w.grass(pen, 0, 1800, 1212, 80, 220, ["#3f7350", "#6a9a54", "#a3b866"])


def cloth(pen):
    """Lengths of dyed cloth drying on a high frame between the sheds."""
    for i, tone in enumerate(
        ("#c9453a", "#e8a03a", "#2f7f86", "#3f5f9a", "#8a4a7c", "#e0c25a", "#4f9a6a")
    ):
        x = 620 + i * 84
        pts = [
            (x, 300),
            (x + 70, 300),
            (x + 74 + pen.u(-6, 10), 420),
            (x + 66, 536),
            (x + 6, 536),
            (x - 4 + pen.u(-6, 6), 420),
        ]
        pen.poly(
            pts,
            lin(x, 0, x + 70, 0, [shade(tone, 0.22), tone, shade(tone, -0.2), shade(tone, 0.1)]),
        )
    pen.line([(600, 300), (1226, 300)], "#5a4a3e", 9)
    for x in (604, 912, 1222):
        pen.line([(x, 290), (x, 540)], "#5a4a3e", 9)


def clarifier(pen, cx, cy, rx, tone):
    """A round settling tank with a bridge."""
    ry = rx * 0.3
    pen.oval(cx, cy + rx * 0.12, rx * 1.04, ry * 1.06, "#6f7a74")
    pen.oval(cx, cy, rx * 1.04, ry * 1.06, "#e3e3d9")
    pen.oval(cx, cy, rx * 0.95, ry * 0.93, lin(0, cy - ry, 0, cy + ry, [shade(tone, 0.35), tone]))
    for k in (0.8, 0.6, 0.38):
        pen.oval(cx, cy, rx * k, ry * k, "#ffffff", width=2.5, alpha=0.35)
    pen.line([(cx, cy), (cx + rx * 1.02, cy + ry * 0.1)], "#d9a441", rx * 0.05)
    pen.line([(cx, cy - rx * 0.1), (cx + rx * 1.02, cy + ry * 0.1 - rx * 0.1)], "#8a7a4a", 4)
    for i in range(8):
        x = cx + rx * 1.02 * i / 7
        pen.line([(x, cy + ry * 0.1 * i / 7), (x, cy + ry * 0.1 * i / 7 - rx * 0.1)], "#8a7a4a", 3)
    pen.oval(cx, cy, rx * 0.11, ry * 0.13, "#7f8a86")
    pen.rect(cx - rx * 0.05, cy - rx * 0.12, rx * 0.1, rx * 0.12, "#9aa59f")


@scene("2020-01", "reservoir.jpg", "W")
def reservoir(pen):
    """Jade Pool reservoir from above: deep green water, forested arms, the dam."""
    s.sky(pen, 330, ["#7fb5cf", "#c3dede", "#f0efd9"])
    for base, tone, pale, peaks in (
        (330, "#a3c3c4", "#dfead8", [(0.3, 130, 0.1), (0.52, 90, 0.1), (0.85, 120, 0.1)]),
        (390, "#79a99c", "#c9dfc0", [(0.12, 160, 0.12), (0.66, 130, 0.1)]),
        (450, "#55896f", "#a3c593", [(0.95, 180, 0.12), (0.4, 100, 0.1)]),
    ):
        crest = g.ridge(pen, base, 40, peaks, freq=4)
        g.mountain(pen, crest, base + 180, tone, pale, shade(tone, -0.15), 200)
        s.mist(pen, base + 90, 60, "#f6f8ea", 0.45, 3)
    pen.rect(0, 500, 2000, 640, lin(0, 500, 0, 1125, ["#a5d3c0", "#3f9a8c", "#177068", "#0f5355"]))
    pen.reflect(506, 170, 0.8, 0.45, 6, 4)
    w.ripples(pen, 530, 1120, "#c9efdf", 200, 0.35)
    for x0, x1, y, h, d in (
        (-40, 620, 640, 190, 0.6),
        (1280, 2040, 600, 170, 0.5),
        (560, 980, 560, 60, 0.3),
        (-40, 470, 900, 270, 1.0),
    ):
        headland(pen, x0, x1, y, h, d)
    dam(pen)
    for x, y, k in ((1010, 760, 0.5), (760, 860, 0.62)):
        v.patrol_boat(pen, x, y, k, flip=x > 900)
        w.ripples(pen, y, y + 24, "#e9fbf2", 12, 0.7, x - 140, x + 140)
    s.egret_fly(pen, 900, 420, 0.8, "#fffdf6", "#c9d6d0", rot=-6)
    s.egret_fly(pen, 1040, 470, 0.6, "#fffdf6", "#c9d6d0", beat=0.4)
    with pen.layer(alpha=0.98):
        for x, y, h in ((60, 1130, 420), (230, 1140, 330), (400, 1150, 270)):
            p.conifer(pen, x, y, h, "#1f4f42")


def headland(pen, x0, x1, y, h, depth):
    """A forested headland running into the water, with a pale drawdown rim."""
    left = x0 < 0
    crest = []
    for i in range(61):
        t = i / 60
        fall = (1 - t) if left else (t if x1 > 2000 else math.sin(math.pi * t))
        crest.append(
            (x0 + (x1 - x0) * t, y - h * max(0, fall) ** 0.7 + math.sin(t * 23) * 6 * depth)
        )
    body = crest + [(x1, y + 12), (x0, y + 12)]
    with pen.layer(alpha=0.4):
        pen.poly([(px, 2 * y + 24 - py) for px, py in body], "#0f4a48")
    pen.poly([(x0, y - 6), (x1, y - 6), (x1, y + 14), (x0, y + 14)], "#d9c9a0")
    pen.poly(body, "#2f6a4c")
    g.canopy(pen, crest, y + 2, ["#245a44", "#3f8054", "#8fb560"], 24 + 24 * depth, 1.1)


def dam(pen):
    """The curved concrete dam with its gate towers and a thread of spill."""
    top = [(1290 + i * 24, 930 - math.sin(i / 30 * math.pi) * 46) for i in range(31)]
    foot = [(x, 1200) for x, _ in top]
    pen.poly(top + foot[::-1], lin(0, 900, 0, 1125, ["#e9e3d0", "#b5b3a3", "#8a9088"]))
    for i in range(0, 31, 3):
        pen.line([top[i], foot[i]], "#9aa098", 3, alpha=0.6)
    pen.line(top, "#f8f4e4", 16, smooth=True)
    pen.line([(x, y - 16) for x, y in top], "#8f9a94", 4, smooth=True)
    for i in (9, 13, 17, 21):
        x, y = top[i]
        pen.rect(x - 26, y - 84, 52, 90, lin(x - 26, 0, x + 26, 0, ["#f6f1e0", "#c3c3b3"]))
        pen.poly([(x - 36, y - 84), (x, y - 112), (x + 36, y - 84)], "#3f7f76")
        pen.rect(x - 12, y - 60, 24, 26, "#55707a")
    for i in (11, 15, 19):
        x, y = top[i]
        pen.poly(
            [(x - 22, y + 10), (x + 22, y + 10), (x + 34, 1130), (x - 34, 1130)],
            lin(0, y, 0, 1125, ["#d5efe6", "#ffffff"]),
        )
    for x, h, tone in ((1340, 92, "#f0902c"), (1376, 90, "#35607a")):
        f.figure(
            pen,
            x,
            925 - 6,
            h,
            f.POINT if x == 1376 else f.STAND,
            flip=x == 1376,
            top=tone,
            hat="hardhat",
        )
