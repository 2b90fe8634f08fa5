"""February issue: cover and winter landscapes."""

import math

from . import buildings as b
from . import figures as f
from . import landscape as g
from . import plants as p
from . import sky as s
from . import vehicles as v
from . import water as w
from .finish import scene
from .palette import mix
from .pen import lin

NIGHT = "#22365c"


@scene("2020-02", "cover.jpg", "C")
def snow_cover(pen):
    """Nine Folds Mountain after snow, a village lighting its lamps at blue hour."""
    s.sky(pen, 1700, ["#1c2f5a", "#34508a", "#6f84b0", "#b9a9c0", "#f0c3b0"])
    s.stars(pen, 900, 240)
    s.sun(pen, 1930, 620, 96, "#fdf6e0", "#c9d3f0", 7)
    snow_peaks(pen)
    snow_village(pen)
    snow_stream(pen)
    snow_near(pen)
    s.snow(pen, 520, 5.5, "#f4f7ff")


def snow_peaks(pen):
    """High snowy ranges, rose on the lit side and blue in the shade."""
    plan = (
        (1380, [(0.36, 620, 0.12), (0.58, 360, 0.1), (0.14, 330, 0.1)], "#f3dfe0", "#8f9cc4"),
        (1480, [(0.82, 520, 0.14), (0.5, 180, 0.1), (0.02, 330, 0.12)], "#dfd9e8", "#7083b4"),
        (1640, [(0.22, 330, 0.14), (0.66, 200, 0.12), (0.98, 320, 0.14)], "#b9c3e0", "#52689f"),
    )
    for base, peaks, light, dark in plan:
        crest = g.ridge(pen, base, 90, peaks, rough=0.56, freq=4)
        g.fill_below(pen, crest, base + 420, light, mix(light, "#5f74a8", 0.45))
        g.facets(pen, crest, 520, dark, 0.95 if base < 1600 else 0.6, 8 if base < 1600 else 26, 1)
        g.facets(pen, crest, 190, "#ffffff", 0.7 if base < 1600 else 0.3, 14, -1)
        s.mist(pen, base + 190, 130, "#c9c9e2", 0.35, 3)
    crest = g.ridge(pen, 1830, 60, [(0.3, 170, 0.2), (0.9, 230, 0.2)], freq=6)
    g.fill_below(pen, crest, 2150, "#7f92c0", "#a9b5d8")
    for x in range(-20, 2580, 34):
        y = g.crest_y(crest, x) + pen.u(4, 120)
        p.conifer(pen, x, y, pen.u(70, 130), "#2f4676", snow="#dfe6f6")


def snow_village(pen):
    """Roofs under snow with lit windows and lanterns, smoke rising."""
    pen.rect(0, 2150, pen.w, 1300, lin(0, 2150, 0, 3437, ["#b9c6e4", "#8fa0cf", "#6f82ba"]))
    field = [
        (-60, 2090),
        (500, 1990),
        (1200, 2040),
        (1900, 1980),
        (2640, 2060),
        (2640, 2760),
        (1300, 2840),
        (-60, 2760),
    ]
    pen.blob(field, lin(0, 1980, 0, 2800, ["#e6ebf8", "#b5c1e2", "#8fa0cf"]))
    spots = (
        (620, 2130, 190),
        (880, 2080, 170),
        (1130, 2120, 200),
        (1420, 2070, 180),
        (1680, 2120, 200),
        (760, 2290, 250),
        (1130, 2310, 270),
        (1530, 2290, 260),
        (1890, 2260, 230),
        (440, 2270, 210),
    )
    for x, y, k in spots:
        snow_house(pen, x, y, k)
    for x, y in ((705, 2010), (1240, 1990), (1790, 1990), (1260, 2150)):
        for i in range(9):
            pen.oval(
                x + math.sin(i * 0.8) * 16 + i * 9,
                y - i * 46,
                15 + i * 6,
                22 + i * 5,
                "#d9dcee",
                alpha=0.3 - i * 0.028,
                blur=10,
            )
    for x, y, h in (
        (320, 2280, 330),
        (1420, 2340, 280),
        (2160, 2250, 360),
        (2290, 2290, 300),
        (230, 2330, 280),
    ):
        p.conifer(pen, x, y, h, "#2c4270", snow="#e6ecf8")


def snow_house(pen, x, y, k):
    """One snow-roofed house with glowing windows."""
    h = k * 0.52
    b.house(pen, x, y, k, h, "#8f8aa0", "#4a5578", lit="#ffd98a")
    sw, rh, eave = k * 0.32, h * 0.52, k * 0.06
    roof = [
        (x - eave, y - h + 6),
        (x + k * 0.05, y - h - rh - 8),
        (x + k + sw * 0.5, y - h - rh - 8),
        (x + k + eave, y - h + 6),
        (x + k * 0.7, y - h + 14),
        (x + k * 0.4, y - h + 4),
    ]
    pen.poly(roof, lin(0, y - h - rh, 0, y - h, ["#f6f8ff", "#b9c6e6"]))
    for t in (0.16, 0.68):
        pen.glow(x + k * (t + 0.085), y - h * 0.56, k * 0.45, "#ffb85c", 0.6)
        pen.rect(x + k * t + 2, y - h * 0.72 + 2, k * 0.17 - 4, h * 0.3 - 4, "#ffe2a0")
    for t in (0.39, 0.6):
        pen.oval(x + k * t, y - h * 0.78, k * 0.035, k * 0.04, "#e0442e")
        pen.glow(x + k * t, y - h * 0.78, k * 0.16, "#ff6a3c", 0.7)
    pen.blob(
        [(x - k * 0.1, y + 6), (x + k * 0.5, y - 8), (x + k * 1.4, y + 4), (x + k * 0.5, y + 22)],
        "#dfe6f6",
    )


def snow_stream(pen):
    """A half-frozen stream winding from the village to the viewer."""
    mids = [(1300, 2330), (1380, 2430), (1180, 2600), (1060, 2830), (1330, 3080), (1480, 3500)]
    edge = [28, 48, 80, 130, 200, 330]
    w.stream(pen, mids, [k + 30 for k in edge], ["#f4f7ff", "#dfe6f6"])
    shape = w.stream(pen, mids, edge, ["#f0c9a4", "#8f9cc8", "#4f68a4", "#2c447e"])
    with pen.clip(shape, smooth=True):
        for x in (1270, 1330, 1390):
            w.glints(pen, x, 2340, 3000, "#ffd28f", 60, 0.02, 0.8)
        w.ripples(pen, 2500, 3437, "#c9d6f2", 110, 0.4)
    pen.line(
        [(960, 2770), (1000, 2720), (1120, 2690), (1250, 2710), (1310, 2770)],
        "#4a4a68",
        40,
        smooth=True,
    )
    pen.line(
        [(960, 2756), (1000, 2704), (1120, 2674), (1250, 2694), (1310, 2756)],
        "#f4f7ff",
        20,
        smooth=True,
    )


def snow_near(pen):
    """The near slope: pines, a walker with a lantern, footprints."""
    for side in (0, 1):
        pts = (
            [(-60, 2760), (380, 2800), (700, 3010), (900, 3250), (960, 3500), (-60, 3500)]
            if not side
            else [
                (2640, 2600),
                (2200, 2690),
                (1850, 2860),
                (1700, 3130),
                (1760, 3500),
                (2640, 3500),
            ]
        )
        pen.blob(pts, lin(0, 2620, 0, 3437, ["#eef2fc", "#b5c2e4", "#7f92c4"]))
    for i in range(16):
        t = i / 15
        pen.oval(2130 - 200 * t + (i % 2) * 26, 2760 + 560 * t, 8 + 10 * t, 4 + 5 * t, "#8f9fcc")
    f.figure(
        pen,
        2080,
        3030,
        330,
        f.WALK,
        flip=True,
        top="#b5402f",
        bottom="#2c3556",
        hat="fur",
        female=True,
        skin="#e3b493",
    )
    pen.line([(2010, 2850), (1990, 2890)], "#3a3a50", 4)
    pen.oval(1988, 2916, 22, 28, "#ffb54a")
    pen.glow(1988, 2916, 210, "#ffb54a", 0.8)
    for x, y, h in (
        (60, 3250, 1180),
        (360, 3390, 800),
        (2440, 3120, 1150),
        (2250, 3420, 620),
        (610, 3420, 430),
    ):
        p.conifer(pen, x, y, h, NIGHT, 10, 0.1, "#dce5f7")
    w.pool_light(pen, 1980, 3040, 280, 70, "#ffce8a", 0.6)


@scene("2020-02", "straw.jpg")
def straw(pen):
    """Baling stalks on a frosted winter plain."""
    s.sky(pen, 520, ["#9fb9cc", "#cfd9d6", "#f1e1c2", "#f7cf9c"])
    s.sun(pen, 1380, 450, 56, "#fff6dc", "#ffd9a0", 8)
    s.streaks(pen, 60, 440, "#fbf3e4", 14, 0.6, 0.3)
    g.fill_below(pen, g.ridge(pen, 520, 18, freq=4), 540, "#b5b2a9", "#cfc4ad")
    for x in range(20, 1800, 64):
        p.bare(pen, x, 528, pen.u(20, 34), 90, 4, "#8a7f78", 5, 18)
    for x, k in ((240, 80), (340, 70), (1560, 84)):
        b.house(pen, x, 532, k, k * 0.6, "#d9cfbe", "#6f6462")
    pen.rect(0, 524, 1800, 690, lin(0, 524, 0, 1200, ["#d9c08a", "#bf9c5f", "#8f6f42"]))
    g.furrows(pen, 524, 1210, 900, ["#cfb273", "#b8935a", "#d9bf86", "#a9864f"], 40, 2.6)
    for _ in range(900):
        t = pen.rng.random() ** 0.7
        x, y = pen.u(0, 1800), 530 + 680 * t
        pen.line(
            [(x, y), (x + pen.u(-3, 3) * (1 + 2 * t), y - 4 - 16 * t)],
            pen.pick(("#ead7a4", "#f3ead0", "#8f6f42")),
            1 + 2 * t,
        )
    for x, y, k in (
        (420, 640, 0.5),
        (700, 610, 0.4),
        (1180, 600, 0.36),
        (1420, 650, 0.5),
        (1640, 720, 0.66),
        (180, 740, 0.7),
    ):
        bale(pen, x, y, k)
    tractor(pen, 880, 900, 1.25)
    bale(pen, 1560, 1080, 1.5)
    bale(pen, 1330, 990, 1.15)
    f.figure(
        pen, 330, 1110, 440, f.POINT, top="#2f5f7c", bottom="#3a3a40", hat="cap", vest="#f0902c"
    )
    f.figure(pen, 190, 1130, 430, f.HOLD, top="#7a4a3c", bottom="#3f3f46", hat="fur")
    s.flock(pen, 620, 220, 240, 9, 20, "#6f7680")


def bale(pen, x, y, k):
    """A round straw bale lying on the stubble."""
    with pen.at(x, y, k):
        pen.oval(20, 2, 120, 14, "#4a3a22", alpha=0.4, blur=5)
        pen.rect(-10, -150, 130, 150, lin(0, -150, 0, 0, ["#f0d794", "#c99f56", "#8f6a34"]), r=30)
        pen.oval(0, -75, 62, 75, "#e3c279")
        for i in range(6):
            pen.oval(0, -75, 58 - i * 10, 70 - i * 12, "#b08a48", width=3)
        pen.line([(40, -148), (44, -2)], "#f7ecc8", 3)
        pen.line([(84, -148), (88, -2)], "#f7ecc8", 3)


def tractor(pen, x, y, k):
    """A tractor drawing a baler to the right."""
    with pen.at(x, y, k):
        pen.oval(60, 2, 330, 14, "#3a2c1a", alpha=0.4, blur=6)
        pen.rect(-250, -160, 190, 110, lin(0, -160, 0, -50, ["#d9583c", "#a83f2c"]), r=16)
        pen.oval(-210, -90, 70, 74, "#c24a34")
        pen.oval(-210, -90, 46, 50, "#e3c279")
        v.wheel(pen, -140, -34, 36, "#e0c25a")
        pen.line([(-60, -50), (20, -56)], "#3a3f42", 12)
        pen.poly(
            [(70, -60), (70, -136), (240, -128), (252, -60)],
            lin(0, -136, 0, -60, ["#4aa06a", "#2f7a50"]),
        )
        pen.rect(230, -126, 22, 60, "#24303a", r=4)
        pen.rect(-10, -90, 110, 46, "#2f7a50", r=8)
        pen.poly([(-4, -90), (6, -226), (98, -226), (92, -90)], "#bcd5d9")
        pen.rect(-2, -240, 110, 18, "#2f7a50", r=6)
        for lx in (2, 92):
            pen.line([(lx, -226), (lx - 2, -90)], "#2c4a40", 7)
        with pen.at(38, -62, 1):
            f.figure(pen, 0, 0, 170, f.SIT, top="#c9903f", hat="cap", noshadow=True)
        pen.rect(-10, -100, 110, 50, "#2f7a50", r=8)
        pen.rect(186, -196, 12, 66, "#3a3f42")
        v.wheel(pen, 30, -62, 64, "#e0c25a")
        v.wheel(pen, 214, -38, 40, "#e0c25a")


@scene("2020-02", "patrol-snow.jpg")
def patrol_snow(pen):
    """Inspectors on foot along a snowed-in river works path."""
    s.sky(pen, 560, ["#a3b4c4", "#c3ced6", "#dfe3e4"])
    for base, tone in ((500, "#b9c6d0"), (550, "#9fb0be")):
        crest = g.ridge(pen, base, 40, [(0.3, 110, 0.14), (0.8, 150, 0.14)], freq=4)
        g.mountain(pen, crest, base + 120, tone, "#e3e7ea", "#8497a8", 160)
    with pen.layer(alpha=0.85):
        b.shed(pen, 1080, 640, 560, 130, "#9fb0b8", "#e9eef0", 6)
        b.chimney(pen, 1700, 640, 36, 320, "#b5bfc4", "#b5685a")
        b.tank(pen, 960, 640, 90, 120, "#a9b8be")
    pen.rect(0, 636, 1800, 570, lin(0, 636, 0, 1200, ["#eef1f3", "#dfe6ea"]))
    mids = [(760, 640), (640, 720), (520, 860), (260, 1080), (0, 1260)]
    w.stream(pen, mids, [60, 90, 150, 250, 340], ["#ffffff", "#f4f7f8"])
    edge = w.stream(pen, mids, [46, 70, 124, 214, 300], ["#b5c6cf", "#6f8f9f", "#3f6274"])
    with pen.clip(edge, smooth=True):
        w.ripples(pen, 660, 1200, "#dfeaee", 70, 0.5)
        for x, y in pen.scatter(18, 50, 800, 740, 1180):
            k = 20 + (y - 700) * 0.14
            pen.blob(
                [(x - k, y), (x, y - k * 0.3), (x + k, y), (x, y + k * 0.35)], "#eef3f5", alpha=0.9
            )
    pen.blob(
        [
            (900, 640),
            (960, 760),
            (900, 920),
            (820, 1210),
            (1500, 1210),
            (1240, 920),
            (1080, 760),
            (960, 640),
        ],
        "#cfd9df",
    )
    for i in range(22):
        t = (i / 21) ** 1.3
        pen.oval(
            990 + 90 * t + (i % 2) * (14 + 40 * t), 700 + 500 * t, 5 + 12 * t, 3 + 6 * t, "#a3b4c0"
        )
    for x in (1480, 1640, 1790):
        p.bare(pen, x, 900 + (x - 1480) * 0.5, pen.u(110, 150), 90, 22, "#4f4f55", 7, 22)
    for x, h in ((60, 330), (190, 250)):
        p.conifer(pen, x, 820, h, "#3f5a5c", snow="#f6f9fa")
    look = {"top": "#23405e", "bottom": "#26303c", "boots": "#2a2c30"}
    f.figure(pen, 1080, 1060, 460, f.STRIDE, flip=True, hat="fur", vest="#f0702c", **look)
    f.figure(
        pen,
        1390,
        1140,
        500,
        {**f.POINT, "lean": 4},
        flip=True,
        hat="cap",
        hatcolor="#1c3048",
        vest="#f0702c",
        **look,
    )
    f.figure(
        pen,
        930,
        990,
        400,
        f.HOLD,
        flip=True,
        hat="beanie",
        top="#8a4a3c",
        bottom="#2c343c",
        female=True,
        style="bob",
    )
    s.snow(pen, 420, 3.6)
