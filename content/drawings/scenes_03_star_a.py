"""March issue: portraits of a mountain monitor and a night inspector."""

from . import buildings as b
from . import figures as f
from . import interior as r
from . import landscape as g
from . import plants as p
from . import sky as s
from . import water as w
from .finish import scene
from .palette import fade, shade
from .pen import lin


@scene("2020-03", "star-a1.jpg")
def summit(pen):
    """The monitoring station on a summit above a sea of cloud at sunrise."""
    s.sky(pen, 760, ["#3e6a9a", "#7fa3bd", "#e7c9a9", "#f9b985", "#fdd9a4"])
    s.sun(pen, 420, 610, 66, "#fff6da", "#ffd08a", 9)
    s.streaks(pen, 80, 520, "#fbdcb9", 16, 0.55, 0.25)
    for base, tone, peaks in (
        (720, "#9d9bb0", [(0.12, 130, 0.07), (0.3, 90, 0.06), (0.62, 120, 0.08)]),
        (800, "#7785a2", [(0.2, 110, 0.08), (0.45, 130, 0.07), (0.9, 130, 0.1)]),
    ):
        crest = g.ridge(pen, base, 40, peaks, freq=5)
        g.mountain(pen, crest, base + 150, tone, "#f6d6bd", shade(tone, -0.15), 160)
        cloud_sea(pen, base + 70)
    crest = g.ridge(pen, 960, 30, [(0.02, 160, 0.08), (0.36, 120, 0.07)], freq=6)
    g.mountain(pen, crest, 1100, "#56708c", "#d8bfb8", "#3f5674", 160)
    cloud_sea(pen, 1010)
    pen.rect(0, 1149, 1800, 60, "#fbe6d6")
    peak = [
        (620, 1220),
        (800, 1010),
        (900, 900),
        (1000, 790),
        (1110, 710),
        (1200, 668),
        (1560, 664),
        (1640, 720),
        (1800, 800),
        (1840, 1220),
    ]
    pen.poly(peak, lin(700, 700, 1700, 1200, ["#7d8f72", "#46675a", "#2c4a4c"]))
    g.facets(pen, [(x, y) for x, y in peak[:-1]], 300, "#24404a", 0.4, 2)
    steps(pen)
    station(pen, 1230, 668)
    for x, y, h in (
        (760, 1090, 190),
        (860, 1010, 150),
        (1690, 790, 150),
        (1760, 850, 200),
        (680, 1190, 230),
        (1600, 1190, 280),
        (1720, 1200, 330),
    ):
        p.conifer(pen, x, y, h, "#33594f", light=0.2)
    f.figure(
        pen,
        1096,
        870,
        150,
        f.STRIDE,
        top="#d9583c",
        bottom="#2f3d4c",
        pack="#e0a84a",
        female=True,
        style="pony",
    )
    s.flock(pen, 700, 330, 200, 7, 17, "#4a5f80")
    w.grass(pen, 620, 1840, 1215, 80, 200, ["#2c4a44", "#4d7458", "#8a9a62"])


def cloud_sea(pen, y):
    """A band of billowing cloud between ridges."""
    for i in range(26):
        x, k = pen.u(-60, 1860), pen.u(70, 190)
        pen.oval(
            x,
            y + pen.u(-10, 50),
            k,
            k * 0.22,
            pen.pick(("#fff3e4", "#fbe3d0", "#f3cfc0")),
            alpha=0.55,
            blur=9,
        )
    pen.rect(0, y + 20, 1800, 120, lin(0, y + 20, 0, y + 140, ["#fbe6d600", "#fbe6d6"]))


def steps(pen):
    """A stair of stone climbing to the station."""
    pts = [(1000, 1190), (1120, 1050), (1060, 930), (1150, 800), (1240, 690)]
    pen.line(pts, "#b9b09c", 30, smooth=True)
    for i in range(34):
        t = i / 33 * 4
        k = min(3, int(t))
        a, c = pts[k], pts[k + 1]
        x, y = a[0] + (c[0] - a[0]) * (t - k), a[1] + (c[1] - a[1]) * (t - k)
        pen.line([(x - 20, y), (x + 20, y - 3)], "#6f7468", 3, alpha=0.7)


def station(pen, x, y):
    """The station house with sampling inlets, mast, solar panels, and a rail."""
    pen.rect(x, y - 130, 260, 132, lin(x, 0, x + 260, 0, ["#fff1dc", "#e5d8c6"]))
    pen.poly([(x + 260, y - 130), (x + 316, y - 112), (x + 316, y), (x + 260, y)], "#a8a49c")
    pen.poly(
        [(x - 14, y - 130), (x + 264, y - 130), (x + 326, y - 112), (x + 40, y - 112)], "#3c6f66"
    )
    pen.rect(x - 14, y - 146, 282, 18, "#4a8a7c")
    for dx in (30, 108):
        pen.rect(x + dx, y - 100, 52, 44, "#46606e")
        pen.poly(
            [(x + dx, y - 100), (x + dx + 26, y - 100), (x + dx + 8, y - 56), (x + dx, y - 56)],
            "#f5c48e",
        )
    pen.rect(x + 190, y - 104, 46, 104, "#3c6f66")
    for dx, h in ((40, 74), (80, 96), (120, 66), (158, 86)):
        pen.rect(x + dx - 3, y - 146 - h, 6, h, "#d4d9d6")
        pen.blob(
            [
                (x + dx - 15, y - 146 - h),
                (x + dx, y - 162 - h),
                (x + dx + 15, y - 146 - h),
                (x + dx, y - 138 - h),
            ],
            "#eef0ea",
        )
    pen.line([(x + 224, y - 146), (x + 224, y - 380)], "#d9503a", 5)
    for i in range(6):
        pen.line([(x + 214, y - 180 - i * 34), (x + 234, y - 196 - i * 34)], "#e9e4d8", 3)
    pen.line([(x + 194, y - 352), (x + 256, y - 352)], "#5d666c", 4)
    pen.dot(x + 194, y - 358, 9, "#e9e4d8")
    pen.poly([(x + 250, y - 368), (x + 282, y - 352), (x + 250, y - 338)], "#e9e4d8")
    for i in range(2):
        pen.poly(
            [
                (x + 330 + i * 62, y - 6),
                (x + 346 + i * 62, y - 62),
                (x + 398 + i * 62, y - 62),
                (x + 384 + i * 62, y - 6),
            ],
            lin(0, y - 62, 0, y, ["#88a9c9", "#2f4f78"]),
        )
    for i in range(9):
        pen.line(
            [(x - 180 + i * 22, y + 22 - i * 3), (x - 180 + i * 22, y - 22 - i * 3)], "#e4ded0", 4
        )
    pen.line([(x - 180, y - 20), (x - 4, y - 46)], "#e4ded0", 4)


@scene("2020-03", "star-a2.jpg", "P")
def station_room(pen):
    """A woman monitor noting readings in the station; mountains in the window."""
    r.room(pen, 1180, "#d9d4c0", "#a8a08c")
    r.window(
        pen, 90, 170, 470, 560, ["#7fb0cf", "#d7e6df", "#fbe6c0"], "#f1ecdc", 2, view=peaks_view
    )
    pen.rect(690, 130, 440, 1070, lin(690, 0, 1130, 0, ["#6f868c", "#4f666e"]), r=10)
    for i, kind in enumerate(("curve", "bars", "curve", "feeds")):
        y = 160 + i * 240
        pen.rect(712, y, 396, 214, lin(712, 0, 1108, 0, ["#e8e6da", "#c5c6bc"]), r=8)
        r.screen(pen, 736, y + 26, 190, 120, kind=kind if kind != "feeds" else "bars")
        for j in range(8):
            pen.dot(
                962 + (j % 4) * 34,
                y + 50 + (j // 4) * 40,
                10,
                ("#58b38a", "#e0a32e", "#8fa5ab", "#58b38a")[j % 4],
            )
        for j in range(5):
            pen.rect(956, y + 128 + j * 14, 124, 5, "#8d938c")
        pen.rect(736, y + 172, 190, 16, "#9aa39f", r=6)
    b.pipe(pen, [(1010, 0), (1010, 130)], "#c9ccc6", 22)
    b.pipe(pen, [(800, 0), (800, 130)], "#c9ccc6", 22)
    r.potted(pen, 150, 760, 190)
    r.table(pen, -40, 1330, 660, 330, "#a97d52")
    r.monitor(pen, 150, 985, 250, "curve")
    pen.rect(330, 962, 130, 14, "#f3ecda")
    pen.rect(480, 916, 46, 62, "#d9583c", r=6)
    spots = f.figure(
        pen,
        560,
        1545,
        930,
        {**f.WRITE, "lean": 4},
        top="#2f6f72",
        bottom="#3b4652",
        female=True,
        style="pony",
        skin="#eabd98",
        vest=None,
    )
    x, y = spots["near"]
    with pen.at(x - 10, y - 30, 1, rot=-18):
        pen.rect(-86, -44, 170, 116, "#5f4a38", r=8)
        pen.rect(-76, -54, 150, 112, "#fbf6e6", r=4)
        for k in range(4):
            pen.line([(-60, -34 + k * 22), (46, -34 + k * 22)], "#c9bfa5", 4)
    pen.line([(x + 8, y - 22), (x + 44, y - 96)], "#d9583c", 8)
    pen.dot(x + 2, y - 4, 22, "#eabd98")
    pen.poly([(90, 170), (560, 170), (1000, 1600), (300, 1600)], fade("#fff4cf", 0.1))


def peaks_view(pen, x, y, w_, h):
    """Peaks and cloud outside the station window."""
    for base, tone, top in ((0.62, "#9fb9c9", 150), (0.76, "#6f94a4", 90), (0.92, "#4f7a74", 60)):
        crest = g.ridge(
            pen,
            y + h * base,
            30,
            [(0.2, top, 0.08), (0.38, top * 0.7, 0.07)],
            freq=2,
            x0=x - 20,
            x1=x + w_ + 20,
        )
        g.mountain(pen, crest, y + h + 40, tone, "#e9eee2", shade(tone, -0.15), 160, gap=5)
        pen.oval(x + w_ / 2, y + h * (base + 0.08), w_ * 0.6, 24, "#fffaf0", alpha=0.6, blur=14)


@scene("2020-03", "star-b1.jpg")
def night_check(pen):
    """A night inspection at a works gate: torch beams, wet ground, a low moon."""
    s.sky(pen, 760, ["#10203f", "#1d3a5f", "#356084", "#5a8aa0"])
    s.stars(pen, 520, 150)
    s.sun(pen, 1480, 210, 48, "#f6efcf", "#8fb0c9", 6)
    b.shed(pen, 760, 800, 980, 280, "#34587a", "#233f5c", 7)
    for x in (830, 1240, 1500):
        pen.rect(x, 590, 74, 50, "#ffd27a")
        pen.glow(x + 37, 612, 120, "#ffc768", 0.5)
    for x, k, h in ((560, 120, 330), (430, 110, 260)):
        b.tank(pen, x, 800, k, h, "#3a5a72")
    b.chimney(pen, 700, 800, 44, 560, "#3f5a70", "#8a4a48")
    for i in range(6):
        pen.oval(
            712 + i * 46,
            220 - i * 22,
            50 + i * 18,
            22 + i * 9,
            "#9fb6c9",
            alpha=0.18 - i * 0.02,
            blur=16,
        )
    b.pipe(pen, [(300, 800), (300, 690), (860, 690), (860, 800)], "#4f748a", 26)
    pen.rect(0, 798, 1800, 402, lin(0, 798, 0, 1200, ["#2f4a62", "#20364d", "#122136"]))
    pen.reflect(800, 260, 0.7, 0.3, 9, 6)
    w.ripples(pen, 830, 1190, "#5f86a0", 70, 0.3)
    beam(pen, (1010, 905), [(300, 560), (300, 800)], 0.5)
    beam(pen, (1290, 930), [(760, 980), (690, 1120)], 0.42)
    pen.glow(300, 690, 200, "#fff1c0", 0.7)
    b.pipe(pen, [(300, 800), (300, 690), (420, 690)], "#b8b79a", 26)
    look = {
        "top": "#23405e",
        "bottom": "#141f2e",
        "hat": "cap",
        "hatcolor": "#1a2d44",
        "skin": "#d9a884",
    }
    f.figure(
        pen,
        1110,
        1110,
        480,
        {**f.POINT, "arms": ((-4, 10), (74, 8))},
        flip=True,
        vest="#d8d23a",
        **look,
    )
    f.figure(
        pen,
        1380,
        1140,
        480,
        {**f.STRIDE, "arms": ((-20, 20), (56, 20))},
        flip=True,
        vest="#d8d23a",
        **look,
    )
    f.figure(
        pen,
        1580,
        1130,
        465,
        f.HOLD,
        flip=True,
        top="#34546f",
        bottom="#182434",
        female=True,
        style="bun",
        skin="#dbae8c",
    )
    pen.glow(1528, 940, 110, "#9fd6ff", 0.7)
    pen.rect(0, 0, 1800, 1200, lin(0, 0, 1800, 0, ["#08121f66", "#08121f00", "#08121f44"]))


def beam(pen, hand, edge, alpha):
    """A torch beam from the hand to an edge."""
    pen.poly(
        [hand, edge[0], edge[1]],
        lin(
            hand[0],
            hand[1],
            edge[0][0],
            (edge[0][1] + edge[1][1]) / 2,
            [fade("#fff3c8", alpha * 1.5), fade("#ffe9a8", alpha * 0.4)],
        ),
        blur=6,
    )
    pen.dot(hand[0], hand[1], 12, "#fffbe6")
    pen.glow(hand[0], hand[1], 70, "#fff3c8", 0.9)


@scene("2020-03", "star-b2.jpg")
def drawings(pen):
    """Officers bent over a plant drawing under a lamp."""
    pen.rect(0, 0, 1800, 1200, lin(0, 0, 1800, 1200, ["#3c4f54", "#2c3d45", "#1f2d36"]))
    for i in range(3):
        x = 120 + i * 560
        pen.rect(x, 110, 420, 330, "#54676a", r=6)
        pen.rect(x + 14, 124, 392, 302, lin(x, 124, x + 392, 426, ["#e9e2cb", "#cfc7ab"]))
        wall_sheet(pen, x + 14, 124, i)
    pen.line([(900, 0), (900, 210)], "#18232a", 8)
    pen.poly(
        [(760, 290), (830, 206), (970, 206), (1040, 290)],
        lin(760, 0, 1040, 0, ["#3f8577", "#2a5f58"]),
    )
    pen.poly(
        [(770, 290), (1030, 290), (1660, 1200), (140, 1200)],
        lin(0, 290, 0, 1100, ["#ffe2a088", "#ffe2a000"]),
    )
    pen.glow(900, 300, 520, "#ffe2a0", 0.55)
    look = {"bottom": "#232f3a", "top": "#2f4f6c"}
    f.figure(pen, 420, 1230, 800, {**f.WRITE, "arms": ((26, 40), (42, 30)), "lean": 16}, **look)
    f.figure(
        pen,
        1400,
        1230,
        790,
        {**f.POINT, "arms": ((20, 30), (50, 14)), "lean": 14},
        flip=True,
        **look,
    )
    f.figure(
        pen,
        800,
        1170,
        760,
        f.FOLD,
        "front",
        top="#e4ddc8",
        bottom="#2b3742",
        female=True,
        style="bob",
    )
    f.figure(pen, 1110, 1175, 770, f.FOLD, "front", top="#34566f", bottom="#2b3742")
    pen.poly(
        [(200, 800), (1600, 800), (1800, 1060), (0, 1060)],
        lin(0, 800, 0, 1060, ["#b98a5c", "#96693f"]),
    )
    pen.rect(0, 1060, 1800, 140, lin(0, 1060, 0, 1200, ["#6b4930", "#4a3222"]))
    plan(pen)
    pen.rect(1450, 930, 76, 84, "#d9503a", r=10)
    pen.oval(1488, 930, 38, 11, "#5a3a26")
    pen.line([(300, 990), (420, 960)], "#2f7a6a", 14)
    pen.oval(400, 880, 70, 20, "#2b3742")


def wall_sheet(pen, x, y, kind):
    """A pinned sheet: a plan, a flow sketch, or a chart without words."""
    if kind == 1:
        for i in range(7):
            pen.rect(x + 30 + i * 50, y + 270 - 30 * (i % 4 + 2), 30, 30 * (i % 4 + 2), "#5f8f86")
        return
    for i in range(4):
        px, py = x + 40 + (i % 2) * 190, y + 50 + (i // 2) * 130
        pen.rect(px, py, 110, 70, "#4a7f86", width=5, r=6)
        pen.line(
            [(px + 110, py + 35), (px + 190 if i % 2 == 0 else px + 140, py + 35)], "#b5653f", 5
        )


def plan(pen):
    """The blueprint spread on the table."""
    sheet = [(430, 824), (1350, 824), (1460, 1016), (330, 1016)]
    pen.poly([(x + 8, y + 10) for x, y in sheet], "#3a2a1c", alpha=0.4)
    pen.poly(sheet, lin(330, 824, 1460, 1016, ["#dcebe8", "#b4d3d6"]))
    with pen.clip(sheet):
        for i in range(20):
            pen.line([(480 + i * 46, 824), (380 + i * 57, 1016)], "#8fb9bf", 1.5)
        for i in range(8):
            pen.line([(300, 824 + i * 26), (1480, 824 + i * 26)], "#8fb9bf", 1.5)
        for a, c, k, h in (
            (520, 850, 190, 60),
            (800, 846, 250, 50),
            (1130, 856, 150, 70),
            (600, 944, 280, 50),
            (960, 930, 170, 66),
        ):
            pen.rect(a, c, k, h, "#2f6f86", width=5)
        pen.line(
            [(710, 880), (800, 872), (1050, 872), (1130, 890), (1130, 964), (880, 970)],
            "#c4553f",
            6,
        )
        for x, y in ((710, 880), (1130, 890), (880, 970)):
            pen.dot(x, y, 11, shade("#c4553f", 0.1))
