"""March issue: the pictures of the lead stories."""

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
from .scenes_03_spring_b import rider


@scene("2020-03", "bay-shore.jpg", "H")
def bay_shore(pen):
    """The great bend of the Lan River, its shore given back from yards to meadow."""
    s.sky(pen, 520, ["#6fb0cf", "#a9d2dc", "#dfead8", "#f8e4bd"])
    s.cumulus(pen, 420, 250, 520, "#ffffff", "#e6edeb", 11)
    s.cumulus(pen, 1240, 190, 420, "#ffffff", "#e3edec", 9)
    s.cumulus(pen, 2080, 300, 560, "#fffaf0", "#ece9da", 11)
    for base, tone, pale, peaks in (
        (500, "#9fc3c9", "#dfeade", [(0.15, 120, 0.1), (0.62, 90, 0.1), (0.86, 150, 0.09)]),
        (530, "#7aaca4", "#cfe2c8", [(0.3, 80, 0.12), (0.97, 120, 0.1)]),
    ):
        crest = g.ridge(pen, base, 30, peaks, freq=5)
        g.mountain(pen, crest, base + 130, tone, pale, shade(tone, -0.15), 150, alpha=0.5)
    with pen.layer(alpha=0.8):
        b.skyline(pen, 1130, 1800, 545, 60, 190, "#c7d5d4", "#86a8ae", 0, 0.1, (26, 46))
    b.cable_bridge(pen, 1640, 2420, 548, 130, "#8fa5a6", 1, 7)
    pen.rect(0, 540, pen.w, 820, lin(0, 540, 0, 1350, ["#bddfd8", "#7fc0bf", "#3f96a0", "#24707f"]))
    w.ripples(pen, 560, 1300, "#eef8ec", 260, 0.5)
    w.ripples(pen, 850, 1350, "#175a6a", 140, 0.25)
    far_bank(pen)
    v.barge(pen, 1560, 690, 0.42, cargo="#a08c6a")
    w.wake(pen, 1430, 692, 260, 30, "#f3faf3", 0.6)
    point_bar(pen)
    boardwalk(pen)
    young_trees(pen)
    meadow_front(pen)


def far_bank(pen):
    """The far bank with its tree belt."""
    bank = [(-60, 548), (500, 548), (1180, 552), (900, 590), (480, 612), (120, 640), (-60, 648)]
    pen.blob(bank, lin(0, 545, 0, 650, ["#84b36c", "#5f9a5c"]))
    for x, y in pen.scatter(120, -20, 1000, 552, 596):
        g.crown(pen, x, y, pen.u(18, 32), pen.pick(("#3f7f56", "#5f9f58", "#8fbf62")))
    for x in range(40, 700, 58):
        p.poplar(pen, x, 606, pen.u(66, 96), "#6fa052", 0.22)


def point_bar(pen):
    """The curved inner shore: beach, meadow bands, and wet hollows."""
    rim = [
        (2480, 640),
        (1980, 655),
        (1500, 720),
        (1120, 810),
        (900, 930),
        (960, 1060),
        (1250, 1180),
        (1500, 1420),
        (2500, 1420),
    ]
    for dx, tone in ((-26, "#f4ecd0"), (0, "#e4d9ac"), (34, "#a9c56c"), (96, "#86b85d")):
        pen.blob([(x + dx * (1.2 if y > 800 else 0.6), y + dx * 0.35) for x, y in rim], tone)
    pen.blob(
        [(x + 150, y + 60) for x, y in rim], lin(0, 680, 0, 1350, ["#9cc765", "#6dab55", "#3f8549"])
    )
    for cx, cy, k in ((1560, 900, 150), (1950, 830, 110), (1500, 1090, 170)):
        pool = [
            (cx - k, cy),
            (cx - k * 0.3, cy - k * 0.2),
            (cx + k, cy - k * 0.06),
            (cx + k * 0.5, cy + k * 0.22),
            (cx - k * 0.5, cy + k * 0.2),
        ]
        pen.blob([(x, y + 7) for x, y in pool], "#3b7a4a")
        pen.blob(pool, lin(0, cy - 30, 0, cy + 40, ["#d9ece0", "#74b6b4"]))
        w.grass(pen, cx - k, cx + k, cy + k * 0.2, 46, 60, ["#4f8f4d", "#8dbb5c", "#c9c873"])
        s.egret_stand(pen, cx - k * 0.2, cy + 6, 0.45, "#fffdf6", "#c3d0cc", cx > 1600)
    for x, y in pen.scatter(52, 1560, 2440, 700, 900):
        if y > 730 + (2000 - x) * 0.13:
            p.leafy(pen, x, y, 52 + (y - 640) * 0.28, ["#3f854d", "#7db456", "#d0dd78"], clumps=13)
    for x, y in ((2090, 735), (2160, 722), (2235, 738), (2320, 728)):
        b.hui(pen, x, y, 50, 46)


def boardwalk(pen):
    """A red path along the shore with walkers, cyclists, and a rest pavilion."""
    path = [
        (2460, 860),
        (2080, 900),
        (1720, 985),
        (1420, 1010),
        (1230, 1000),
        (1230, 1080),
        (1480, 1160),
        (1820, 1290),
        (2000, 1400),
    ]
    pen.line([(x, y + 6) for x, y in path], "#2f6a40", 46, smooth=True, alpha=0.4)
    pen.line(path, "#f0dcc0", 42, smooth=True)
    pen.line(path, "#cf6f4e", 30, smooth=True)
    pen.line(path, "#f6ead2", 2.5, smooth=True, alpha=0.8)
    for x, y, h, pose, tone, flip in (
        (1320, 1016, 92, f.WALK, "#2f6f8c", True),
        (1372, 1018, 88, f.WALK, "#d9737c", True),
        (1790, 975, 70, f.WALK, "#e3b44c", False),
        (1500, 1170, 120, f.STRIDE, "#3f8f7d", False),
        (1980, 930, 58, f.WALK, "#c95a3c", True),
        (2010, 928, 44, f.WALK, "#4b5a9c", True),
    ):
        f.figure(
            pen, x, y, h, pose, flip=flip, top=tone, female=flip, style="bob" if flip else "short"
        )
    rider(pen, 1660, 1236, 0.86, "#e8e4d4", "#2f6f8c", hat="helmet", hatcolor="#c9583f")


def young_trees(pen):
    """Newly planted trees and flower drifts on the restored lawn."""
    for cx, cy, k, tone in (
        (1960, 1040, 190, "#f2d45c"),
        (2230, 1160, 240, "#ec9fae"),
        (2150, 985, 150, "#fdf3d0"),
        (1330, 915, 110, "#f2d45c"),
    ):
        for _ in range(150):
            x, y = cx + pen.rng.gauss(0, 0.42) * k, cy + pen.rng.gauss(0, 0.1) * k
            pen.oval(x, y, 3.4, 2.4, tone, alpha=0.9)
    spots = [
        (1700, 1120),
        (1880, 1150),
        (2080, 1120),
        (2290, 1060),
        (2370, 1230),
        (2080, 1260),
        (1500, 880),
        (1830, 1050),
        (2240, 950),
        (1380, 1290),
    ]
    for x, y in sorted(spots, key=lambda q: q[1]):
        h = 70 + (y - 850) * 0.24
        w.pool_light(pen, x + h * 0.3, y, h * 0.5, h * 0.1, "#123f2c", 0.5)
        p.leafy(pen, x, y, h, ["#3f854d", "#7db456", "#d0dd78"], clumps=15)


def meadow_front(pen):
    """The near shore: a big willow, flowers, an information hut without words."""
    near = [(-60, 1120), (260, 1080), (560, 1130), (820, 1230), (960, 1420), (-60, 1420)]
    pen.blob(near, lin(0, 1080, 0, 1350, ["#8dbf5c", "#4f924c", "#2c6a45"]))
    pen.line(near[:5], "#d7e08a", 7, smooth=True, alpha=0.8)
    p.willow(pen, 250, 1230, 860, "#a6c955", 0.05, 64)
    f.figure(pen, 560, 1236, 250, f.POINT, top="#2f5f6b", hat="cap", vest="#ee9a3a")
    f.figure(
        pen, 462, 1242, 244, f.HOLD, top="#e9e4d3", bottom="#46505c", female=True, style="pony"
    )
    f.figure(pen, 760, 1290, 232, f.STAND, flip=True, top="#7a8f5a", bottom="#4c4640", hat="straw")
    w.reeds(pen, 760, 1010, 1370, 230, 22, "#4f8a4e", "#e3c98c", 0.1)
    w.grass(pen, -30, 1000, 1365, 120, 260, ["#2c6a45", "#4a8c4b", "#86b955", "#c2d36a"])
    w.grass(pen, 1000, 2430, 1372, 70, 260, ["#2c6a45", "#3f8549", "#78b154"])
    for x, y in pen.scatter(130, 0, 2400, 1285, 1345):
        pen.dot(x, y, pen.u(3, 7), pen.pick(("#fff3b8", "#f6cf4e", "#ffffff", "#f0a0a8")))
    pen.glow(2300, 140, 900, "#fff1c4", 0.4)


@scene("2020-03", "command-hall.jpg")
def command_hall(pen):
    """The provincial monitoring hall at night: a wall of screens and people's backs."""
    pen.rect(0, 0, pen.w, pen.h, lin(0, 0, 0, 1200, ["#0d2530", "#123643", "#0f2b36", "#0a1c26"]))
    for i in range(7):
        pen.poly(
            [(i * 300 - 60, 0), (i * 300 + 190, 0), (i * 300 + 130, 60), (i * 300, 60)], "#17414d"
        )
        pen.rect(i * 300 + 20, 52, 90, 7, "#cfeee6", r=3)
        pen.glow(i * 300 + 65, 60, 130, "#8fe0d0", 0.25)
    pen.rect(40, 96, 1720, 560, "#071820", r=10)
    r.screen(pen, 470, 118, 860, 516, "#103f4a", "map", "#0d222b")
    for x, y, kind in (
        (64, 118, "curve"),
        (64, 382, "feeds"),
        (1350, 118, "bars"),
        (1350, 382, "feeds"),
    ):
        r.screen(pen, x, y, 386, 250, "#0f3641", kind, "#0d222b")
    pen.glow(900, 520, 900, "#58c9c0", 0.22)
    pen.poly(
        [(0, 720), (1800, 720), (1800, 1200), (0, 1200)],
        lin(0, 720, 0, 1200, ["#123440", "#0c2530"]),
    )
    r.tiles(pen, 720, "#2b6a74", rows=6)
    for row, (y, k, n) in enumerate(((800, 0.62, 6), (960, 0.85, 5))):
        desk_row(pen, y, k, n, row)
    for x, h, tone, pose in ((330, 560, "#24485a", f.BACK), (520, 580, "#dcd8cc", f.AKIMBO)):
        f.figure(
            pen,
            x,
            1215,
            h,
            pose,
            "back",
            top=tone,
            bottom="#1d2a34",
            female=x > 400,
            style="bun" if x > 400 else "short",
        )
    f.figure(pen, 1420, 1225, 590, f.POINT, "side", top="#2f5566", bottom="#1b2730", flip=True)
    pen.rect(0, 0, pen.w, pen.h, lin(0, 900, 0, 1200, ["#07151c00", "#07151c88"]))


def desk_row(pen, y, k, n, row):
    """A row of consoles with operators seen from behind."""
    gap = 1800 / n
    for i in range(n):
        x = gap * (i + 0.5)
        for dx in (-56, 56):
            r.monitor(pen, x + dx * k, y - 62 * k, 118 * k, pen.pick(("curve", "bars", "feeds")))
        pen.rect(x - gap * 0.44, y - 66 * k, gap * 0.88, 20 * k, "#35646d", r=4)
        pen.rect(x - gap * 0.42, y - 46 * k, gap * 0.84, 80 * k, "#1d4450")
        f.figure(
            pen,
            x + pen.u(-9, 9),
            y + 120 * k,
            330 * k,
            {**f.BACK, "legs": ((30, 40), (30, 40))},
            "back",
            top=pen.pick(("#4a7a86", "#c9c6b8", "#3f5f78", "#7a8f86")),
            bottom="#1d2a34",
            female=(i + row) % 2 == 0,
            style="pony" if (i + row) % 2 == 0 else "short",
            noshadow=True,
        )
        pen.rect(
            x - 52 * k,
            y - 14 * k,
            104 * k,
            112 * k,
            lin(0, y - 14 * k, 0, y + 98 * k, ["#274c58", "#132c36"]),
            r=20 * k,
        )
        pen.rect(x - 7 * k, y + 96 * k, 14 * k, 36 * k, "#0f232c")


@scene("2020-03", "medical-waste.jpg")
def medical_waste(pen):
    """A transfer van outside the disposal plant at daybreak; staff in protective suits."""
    s.sky(pen, 760, ["#7f9fb5", "#b5c6cc", "#e9d9c8", "#f3c9a8"])
    s.streaks(pen, 80, 500, "#fbeee0", 12, 0.6, 0.3)
    crest = g.ridge(pen, 700, 50, [(0.9, 80, 0.2), (0.05, 60, 0.1)], freq=4)
    g.fill_below(pen, crest, 820, "#8fa7a8", "#cdd3c8")
    b.chimney(pen, 1300, 760, 62, 560, "#dfe1da", "#c4553f")
    s.cumulus(pen, 1385, 180, 150, "#ffffff", "#efe6dc", 6)
    b.shed(pen, 620, 800, 1240, 320, "#d5dbd6", "#4f7f86", 8)
    b.tank(pen, 460, 800, 130, 250, "#c9d3d2")
    b.tank(pen, 330, 800, 110, 190, "#d8ddd8")
    b.pipe(pen, [(520, 620), (620, 620), (620, 560), (760, 560)], "#e0a24a", 20)
    b.pipe(pen, [(380, 650), (380, 590), (520, 590)], "#6fa5ac", 18)
    dock(pen)
    pen.rect(0, 798, 1800, 402, lin(0, 798, 0, 1200, ["#b3b6ae", "#8d938f", "#747c7c"]))
    pen.poly([(0, 1010), (1800, 950), (1800, 962), (0, 1026)], "#f0d77a", alpha=0.8)
    for x, y in pen.scatter(24, 0, 1800, 820, 1190):
        pen.oval(x, y, pen.u(40, 150), pen.u(2, 7), "#ffffff", alpha=0.12)
    v.van(pen, 130, 1010, 1.72, "#f5f6f2", "#e0872f", beacon="#f0a03a")
    for x, y, tone in ((985, 985, "#e6b422"), (1090, 1000, "#e6b422"), (1190, 985, "#e6b422")):
        bin_box(pen, x, y, 120, tone)
    suit = {
        "suit": True,
        "top": "#f4f7f6",
        "bottom": "#e7eceb",
        "shoes": "#3f7f95",
        "boots": "#4a93a8",
    }
    f.figure(pen, 940, 1060, 430, f.REACH, **suit)
    f.figure(pen, 1340, 1090, 440, f.HOLD, flip=True, **suit)
    f.figure(pen, 1560, 1110, 450, None, "front", **suit)
    pen.rect(1282, 862, 66, 86, "#3f6f7a", r=5)
    pen.rect(1288, 868, 54, 74, "#f3efe2", r=3)
    pen.glow(1660, 240, 700, "#ffe3bd", 0.5)


def dock(pen):
    """The unloading doors of the plant."""
    for i in range(3):
        x = 900 + i * 300
        pen.rect(x, 560, 210, 240, "#5c6f74")
        pen.rect(x + 8, 568, 194, 232, lin(0, 568, 0, 800, ["#2c3b42", "#4f6369"]))
        for k in range(9 if i else 3):
            pen.rect(x + 8, 568 + k * 15, 194, 12, "#c9d0cb")
        pen.rect(x - 14, 536, 238, 20, "#3f7f86")
        pen.glow(x + 105, 575, 110, "#ffe9b8", 0.5)


def bin_box(pen, x, y, k, tone):
    """A wheeled turnover bin."""
    pen.oval(x + k * 0.45, y + 4, k * 0.6, 9, "#20262b", alpha=0.3, blur=4)
    pen.poly(
        [(x, y - k), (x + k * 0.92, y - k), (x + k * 0.82, y - 10), (x + k * 0.1, y - 10)],
        lin(x, 0, x + k, 0, [shade(tone, 0.2), tone, shade(tone, -0.2)]),
    )
    pen.rect(x - 6, y - k * 1.12, k * 1.02, k * 0.16, shade(tone, -0.12), r=8)
    pen.rect(x + k * 0.28, y - k * 0.74, k * 0.36, k * 0.3, fade("#7a4a20", 0.45), r=4)
    for dx in (0.2, 0.72):
        v.wheel(pen, x + k * dx, y - 6, k * 0.09)
