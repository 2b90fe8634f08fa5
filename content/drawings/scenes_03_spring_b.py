"""March issue: the picture story of spring along the Lan River, second half."""

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

PINK = ["#d9869a", "#f2b5c0", "#fde6e2"]
LEAF = ["#3f7f4c", "#7fb554", "#cfdd74"]


def rider(pen, x, y, k, tone, frame="#2f7a6a", flip=False, **look):
    """A cyclist on a bicycle; ``y`` is the ground, ``k`` the bicycle's scale."""
    d = -1 if flip else 1
    pen.oval(x, y, 110 * k, 7 * k, "#101820", alpha=0.25, blur=4)
    with pen.at(x, y, k, flip=flip):
        f.limb(pen, (-20, -88), (10, -60), 8, 6.5, shade("#39424e", -0.2))
        f.limb(pen, (10, -60), (-4, -26), 6.5, 4.5, shade("#39424e", -0.2))
        v.bicycle(pen, 0, 0, 1, frame)
    pose = {"lean": 22, "head": -14, "arms": ((36, 6), (42, 8)), "legs": ((64, 70), (52, 40))}
    ride = {"bottom": "#39424e", "noshadow": True, "top": tone, **look}
    f.figure(pen, x - d * 22 * k, y - 4 * k, 187 * k, pose, flip=flip, **ride)


@scene("2020-03", "photo-4.jpg")
def wetland_park(pen):
    """Cycling round the city's wetland park under cherry blossom."""
    s.sky(pen, 560, ["#8fc9e0", "#c5e3e6", "#f7efe0"])
    s.cumulus(pen, 760, 190, 380, "#ffffff", "#e6f0f2", 9)
    with pen.layer(alpha=0.85):
        b.skyline(pen, 380, 1820, 560, 90, 360, "#d9dfdb", "#9fbcc4", 0, 0.12, (56, 96))
    g.canopy(pen, g.ridge(pen, 548, 26, freq=7), 590, ["#5f9f6a", "#8fbf70", "#cfdd86"], 34, 1.0)
    pen.rect(0, 588, 1800, 330, lin(0, 588, 0, 918, ["#d5ebe6", "#94c9cc", "#5aa5b0"]))
    pen.reflect(590, 240, 0.85, 0.5, 5, 4)
    w.ripples(pen, 600, 900, "#f7fdfa", 130, 0.5)
    for x, y, k in ((1180, 740, 120), (1420, 790, 150), (900, 700, 80)):
        for _ in range(14):
            pen.oval(
                x + pen.u(-k, k),
                y + pen.u(-16, 16),
                pen.u(14, 30),
                pen.u(4, 8),
                pen.pick(("#5f9f62", "#7fb86a")),
            )
    lawn = [(-40, 860), (500, 830), (1100, 870), (1840, 830), (1840, 1240), (-40, 1240)]
    pen.blob(lawn, lin(0, 830, 0, 1200, ["#a6cf6e", "#6aaa58", "#3f7f4c"]))
    w.reeds(pen, 860, 1240, 890, 120, 24, "#5f9a50", "#e6cf94", 0.1)
    path = [
        (-60, 1010),
        (500, 980),
        (1100, 1000),
        (1860, 950),
        (1860, 1110),
        (1100, 1140),
        (500, 1120),
        (-60, 1150),
    ]
    pen.blob(path, lin(0, 960, 0, 1150, ["#d98a6a", "#c4694c"]))
    pen.line(
        [(-60, 1082), (500, 1050), (1100, 1070), (1860, 1030)], "#f8e8d4", 6, smooth=True, alpha=0.8
    )
    for x, y, h in ((240, 930, 470), (640, 905, 380), (1560, 915, 480)):
        p.leafy(pen, x, y, h, PINK, "#6b4a42", 0.8, 90)
    rider(pen, 470, 1040, 1.25, "#e5b344", hat="helmet")
    rider(pen, 860, 1050, 1.2, "#3f8fa8", "#c9583f", hat="helmet", female=True, style="pony")
    rider(pen, 1330, 1075, 1.3, "#d9586a", "#e0a23a", hat="helmet", hatcolor="#3f6f8c")
    p.leafy(pen, 1800, 1180, 900, PINK, "#5f423c", 0.9, 170)
    w.grass(pen, 0, 1800, 1212, 80, 220, ["#3f7f4c", "#6aaa52", "#a9cf6a"])
    for x, y in pen.scatter(170, 0, 1800, 300, 1190):
        pen.oval(x, y, pen.u(3, 7), pen.u(2, 4), "#fbd3d6", alpha=0.85)


@scene("2020-03", "photo-5.jpg")
def rape_fields(pen):
    """Rape in flower round a village, seen down the rows; a kite, a path."""
    s.sky(pen, 460, ["#5fb0d9", "#a3d3e0", "#e6f0dc"])
    s.cumulus(pen, 1300, 210, 520, "#ffffff", "#e3eff0", 12)
    s.cumulus(pen, 380, 260, 360, "#ffffff", "#e3eff0", 9)
    for base, tone, pale, peaks in (
        (450, "#93bfc0", "#dcebd2", [(0.2, 130, 0.12), (0.9, 170, 0.12)]),
        (490, "#6dab8c", "#c5dfa9", [(0.55, 110, 0.16)]),
    ):
        crest = g.ridge(pen, base, 30, peaks, freq=4)
        g.mountain(pen, crest, base + 110, tone, pale, shade(tone, -0.13), 150)
    pen.rect(0, 520, 1800, 700, "#dfc53c")
    bands(pen)
    for i in range(9):
        x, y = 820 + i * 92, 610 + (i % 3) * 20
        (b.hui if i % 3 else b.house)(pen, x, y, 78, 66)
    for x in (780, 960, 1190, 1400, 1650):
        p.leafy(pen, x, 640, pen.u(120, 180), LEAF, clumps=15)
    rows(pen)
    path = [
        (1010, 660),
        (960, 760),
        (820, 900),
        (560, 1080),
        (330, 1230),
        (700, 1230),
        (860, 1080),
        (990, 900),
        (1040, 760),
        (1040, 660),
    ]
    pen.blob(path, "#e9d9ae")
    f.figure(pen, 820, 1010, 210, f.WALK, top="#c9583f", female=True, style="bob", bottom="#4a5a7a")
    f.figure(pen, 730, 1030, 140, f.POINT, top="#3f7fa8", bottom="#4a4a52")
    pen.line([(772, 930), (620, 560), (500, 200)], "#ffffff", 1.6, smooth=True, alpha=0.9)
    pen.poly([(500, 150), (550, 200), (500, 262), (456, 200)], "#d9503a")
    pen.poly([(500, 150), (550, 200), (500, 200)], "#f0b23a")
    pen.line([(500, 262), (520, 310), (490, 350), (512, 392)], "#d9503a", 4, smooth=True)
    front_flowers(pen)


def bands(pen):
    """Distant fields in alternating strips."""
    y = 520.0
    i = 0
    while y < 720:
        h = 9 + i * 3.4
        pts = [(x, y + math.sin(x / 300 + i) * (4 + i)) for x in range(-20, 1841, 60)]
        pen.poly(
            pts + [(1840, 1220), (-20, 1220)],
            ("#e9cf45", "#86b556", "#f2dc5a", "#a9c75a", "#e5c63a")[i % 5],
        )
        y += h
        i += 1


def rows(pen):
    """The near field in rows running to the village, speckled with bloom."""
    for i in range(-16, 17):
        far, near = 1010 + i * 36, 900 + i * 190
        pen.poly(
            [(far - 13, 700), (far + 13, 700), (near + 74, 1220), (near - 74, 1220)],
            lin(0, 700, 0, 1220, ["#ecd34a", "#e2bb2c"]),
        )
        pen.poly(
            [(far + 10, 700), (far + 18, 700), (near + 98, 1220), (near + 66, 1220)], "#6f9a3f"
        )
    for _ in range(2600):
        t = pen.rng.random() ** 0.8
        y = 706 + 500 * t
        r = 2 + 7 * t
        pen.oval(
            pen.u(0, 1800),
            y,
            r,
            r * 0.7,
            pen.pick(("#fbea7a", "#f6d93f", "#e6b92a", "#fff3a4")),
            alpha=0.9,
        )


def front_flowers(pen):
    """Large flowering stems at the lower corners."""
    for _ in range(52):
        left = pen.rng.random() < 0.5
        x = pen.u(-20, 420) if left else pen.u(1180, 1830)
        h = pen.u(150, 330) * (1 - 0.3 * (abs(x - 900) < 500))
        pen.line([(x, 1230), (x + 6, 1230 - h)], "#5f8f3a", 6)
        for side in (-1, 1):
            pen.blob(
                [
                    (x, 1230 - h * 0.4),
                    (x + side * 30, 1230 - h * 0.55),
                    (x + side * 52, 1230 - h * 0.5),
                    (x + side * 28, 1230 - h * 0.42),
                ],
                "#6fa044",
            )
        for k in range(12):
            a = k * 2.4
            r = 6 + k * 2.6
            pen.oval(
                x + 6 + math.cos(a) * r,
                1230 - h + math.sin(a) * r * 0.8,
                11,
                9,
                pen.pick(("#fbe35a", "#f6d02f", "#fff09a")),
            )


@scene("2020-03", "photo-6.jpg")
def night_city(pen):
    """The river city by night: lit towers, a bridge, boats, long reflections."""
    s.sky(pen, 640, ["#0d1638", "#1c2a5c", "#44407a", "#8a5a86", "#e0917a"])
    s.stars(pen, 380, 120)
    s.sun(pen, 330, 190, 34, "#fdf3d4", "#a9a4d0", 6)
    crest = g.ridge(pen, 620, 40, [(0.1, 120, 0.12), (0.9, 90, 0.12)], freq=4)
    g.fill_below(pen, crest, 650, "#4a3f72", "#6f5580")
    b.skyline(pen, -20, 1820, 650, 110, 300, "#3d3f70", "#2d3060", 0.35, 0.08, (50, 84))
    b.skyline(pen, 420, 1420, 654, 200, 470, "#272c58", "#1d2248", 0.5, 0.12, (56, 100))
    pagoda(pen, 240, 652, 1.0)
    pen.rect(0, 648, 1800, 14, "#14183a")
    for x in range(10, 1800, 46):
        pen.dot(x, 646, 4, "#ffd98a")
        pen.glow(x, 646, 24, "#ffb45c", 0.6)
    pen.rect(0, 660, 1800, 560, lin(0, 660, 0, 1200, ["#5a4a7c", "#2d3266", "#161c46", "#0c1230"]))
    pen.reflect(660, 500, 0.95, 0.75, 12, 5)
    for _ in range(26):
        x = pen.u(20, 1780)
        w.glints(
            pen,
            x,
            666,
            1100,
            pen.pick(("#ffd27a", "#ff9f6a", "#ffe9b0", "#8fd0f0")),
            34,
            0.007,
            0.6,
        )
    w.ripples(pen, 680, 1190, "#c9b5e0", 140, 0.25)
    bridge_lights(pen)
    for x, y, k in ((620, 900, 1.0), (1330, 1000, 1.4)):
        v.patrol_boat(pen, x, y, k, "#e6ddd0", "#3f3a6a")
        for i in range(7):
            pen.glow(x + (-120 + i * 38) * k, y - 92 * k, 30 * k, "#ffce7a", 0.8)
        w.glints(pen, x, y + 10, y + 150, "#ffd88f", 40, 0.04, 0.8)
    pen.poly([(0, 1140), (1800, 1110), (1800, 1210), (0, 1210)], "#0a0f28")
    for x, h, tone in ((220, 190, "#1b2148"), (290, 182, "#222a56"), (980, 186, "#1b2148")):
        f.figure(
            pen,
            x,
            1160,
            h,
            f.STAND if x != 290 else f.POINT,
            top=tone,
            bottom="#10152f",
            skin="#6f5a6a",
            hair="#0c1024",
            female=x == 290,
            style="long" if x == 290 else "short",
        )
    pen.line([(0, 1080), (1800, 1052)], "#141a3a", 8)
    for x in range(0, 1800, 60):
        pen.line([(x, 1080 - x * 0.0155), (x, 1150)], "#141a3a", 5)


def pagoda(pen, x, y, k):
    """A lit seven-storey pagoda."""
    for i in range(7):
        wd, top = (84 - i * 8) * k, y - 60 * k - i * 56 * k
        pen.rect(x - wd / 2, top, wd, 46 * k, lin(0, top, 0, top + 46 * k, ["#ffcf7a", "#c9763f"]))
        for j in range(3):
            pen.rect(x - wd * 0.36 + j * wd * 0.28, top + 8 * k, wd * 0.14, 34 * k, "#6f3b2f")
        pen.blob(
            [
                (x - wd * 0.86, top + 6 * k),
                (x - wd * 0.5, top - 8 * k),
                (x, top - 14 * k),
                (x + wd * 0.5, top - 8 * k),
                (x + wd * 0.86, top + 6 * k),
                (x, top + 4 * k),
            ],
            "#f2a85a",
        )
    pen.line([(x, y - 400 * k), (x, y - 470 * k)], "#ffcf7a", 6 * k)
    pen.glow(x, y - 220 * k, 240 * k, fade("#ffb45c", 0.7), 0.6)


def bridge_lights(pen):
    """A suspension bridge strung with lamps, crossing the view."""
    for x in (420, 1380):
        pen.poly([(x - 16, 900), (x - 11, 430), (x + 11, 430), (x + 16, 900)], "#c98a6a")
        for yy in (450, 540, 640):
            pen.rect(x - 26, yy, 52, 12, "#f0b27a")
        pen.glow(x, 440, 80, "#ffb45c", 0.7)
    for a, c, sag in ((-540, 420, 250), (420, 1380, 270), (1380, 2340, 250)):
        pts = [(a + (c - a) * i / 30, 440 + sag * math.sin(math.pi * i / 30)) for i in range(31)]
        pen.line(pts, "#ffce8a", 5, smooth=True)
        for px, py in pts:
            pen.line([(px, py), (px, 742)], "#e0a27a", 1.6, alpha=0.7)
            pen.dot(px, py, 4, "#fff0c0")
    pen.rect(0, 738, 1800, 20, "#8a5f6f")
    pen.rect(0, 734, 1800, 5, "#ffdca0")
    for x in range(0, 1800, 52):
        pen.glow(x, 734, 26, "#ffd08a", 0.8)
