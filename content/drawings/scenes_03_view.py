"""March issue: pictures of the viewpoint section."""

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


@scene("2020-03", "permit-desk.jpg")
def permit_desk(pen):
    """The permit window of a government service hall."""
    r.room(pen, 830, "#e5e2d0", "#c9c3b0")
    r.tiles(pen, 830, "#a9a692")
    pen.rect(0, 0, 1800, 150, lin(0, 0, 0, 150, ["#c9cdbf", "#dedcca"]))
    for i in range(5):
        pen.rect(90 + i * 370, 54, 240, 22, "#fffbe8", r=8)
        pen.glow(210 + i * 370, 66, 240, "#fff4cf", 0.5)
    pen.rect(0, 150, 1800, 110, "#2f6b5c")
    pen.rect(0, 256, 1800, 8, "#d9b568")
    for i in range(4):
        pen.dot(190 + i * 460, 205, 26, "#e7dcb8")
        pen.rect(230 + i * 460, 193, 170, 24, "#4f8a78", r=6)
    for i in range(4):
        clerk(pen, 235 + i * 445, i)
    counter(pen)
    f.figure(pen, 560, 1130, 560, f.REACH, "side", top="#b65a3c", bottom="#38424e", mask=True)
    for x, y, h, look in (
        (1040, 1150, 560, {"top": "#3f6a80", "female": True, "style": "pony", "pack": "#c98f4a"}),
        (1480, 1165, 570, {"top": "#6f7f5a"}),
    ):
        f.figure(pen, x, y, h, f.BACK, "back", **look)
    pen.rect(742, 732, 92, 14, "#f8f5ea")
    r.potted(pen, 120, 1080, 330)
    r.potted(pen, 1730, 1080, 300)
    for x in (300, 1250):
        pen.rect(x, 1010, 12, 150, "#b4924e")
        pen.oval(x + 6, 1164, 36, 9, "#8a7040")
        pen.dot(x + 6, 1006, 13, "#d9b568")


def clerk(pen, x, i):
    """A clerk behind glass with a monitor."""
    pen.rect(x - 200, 280, 400, 440, lin(0, 280, 0, 720, ["#b9cfc9", "#94b3ae"]))
    pen.rect(x - 150, 330, 130, 150, "#f3ecd9")
    for k in range(4):
        pen.rect(x - 136, 350 + k * 28, 100, 6, "#c5b999")
    r.potted(pen, x + 150, 700, 120, "#5d9a68")
    f.figure(
        pen,
        x,
        960,
        560,
        f.FOLD,
        "front",
        top=("#35566b", "#e8e6dc")[i % 2],
        mask=True,
        female=i % 2 == 0,
        style=("bun", "short", "bob", "short")[i],
        noshadow=True,
    )
    r.monitor(pen, x + 110, 730, 150, back=True)
    pen.poly([(x - 190, 290), (x - 80, 290), (x - 170, 700), (x - 190, 700)], fade("#ffffff", 0.2))
    for dx in (-212, 200):
        pen.rect(x + dx, 262, 14, 470, "#c9b27c")


def counter(pen):
    """The long counter."""
    pen.rect(0, 716, 1800, 40, lin(0, 716, 0, 756, ["#f1e6cb", "#c7a877"]))
    pen.rect(0, 756, 1800, 250, lin(0, 756, 0, 1006, ["#9c7650", "#7d5a3c"]))
    for i in range(13):
        pen.rect(i * 148 + 10, 782, 128, 196, shade("#a5815a", 0.06), r=4)
    pen.rect(0, 1000, 1800, 22, "#4c3626")


@scene("2020-03", "field-team.jpg")
def field_team(pen):
    """An assistance team walking under the pipe racks of a chemical works."""
    s.sky(pen, 900, ["#86b6c9", "#c2d9d6", "#f0e6cf"])
    s.cumulus(pen, 1330, 200, 420, "#ffffff", "#e6ebe6", 10)
    for x, y, k, h in ((120, 860, 150, 430), (1570, 860, 170, 380), (1400, 860, 120, 300)):
        b.tank(pen, x, y, k, h, "#c3d0ce")
    column(pen, 420, 860, 64, 690)
    column(pen, 1210, 860, 50, 560)
    b.chimney(pen, 1720, 860, 44, 640, "#d9d9d0", "#c4553f")
    pen.rect(0, 856, 1800, 344, lin(0, 856, 0, 1200, ["#b6b4a4", "#8f9088"]))
    pen.poly(
        [(700, 856), (1000, 856), (1560, 1200), (200, 1200)],
        lin(0, 856, 0, 1200, ["#c9c4b0", "#aaa698"]),
    )
    pen.line([(842, 856), (880, 1200)], "#f3dd8a", 8, alpha=0.8)
    pipes(pen)
    look = {"hat": "hardhat"}
    f.figure(
        pen,
        590,
        1090,
        480,
        {**f.POINT, "head": -14, "arms": ((-4, 10), (128, 4))},
        **look,
        hatcolor="#f4f3ea",
        top="#2f5f6b",
        vest="#ee9a3a",
    )
    f.figure(
        pen,
        760,
        1100,
        465,
        f.HOLD,
        **look,
        top="#e8e4d4",
        female=True,
        style="pony",
        hatcolor="#f4f3ea",
    )
    f.figure(pen, 1010, 1095, 485, f.STAND, flip=True, **look, top="#4a6f8c", hatcolor="#e0a32e")
    f.figure(pen, 1180, 1130, 490, f.PHONE, flip=True, **look, top="#5b7d66", hatcolor="#d9503a")
    f.figure(pen, 330, 1040, 430, f.WRITE, **look, top="#6b7f93", hatcolor="#f4f3ea")
    for x in (60, 1480):
        for i in range(9):
            pen.oval(x + i * 34, 1120 + (i % 2) * 10, 34, 26, ("#3f7a52", "#5c9a58")[i % 2])
    pen.glow(1500, 120, 800, "#fff1cf", 0.4)


def column(pen, x, y, k, h):
    """A distillation column with platforms."""
    pen.rect(
        x - k / 2,
        y - h,
        k,
        h,
        lin(x - k / 2, 0, x + k / 2, 0, ["#b9c6c5", "#eef0ea", "#8fa3a6"]),
        r=k * 0.4,
    )
    for i in range(6):
        py = y - h * (0.14 + 0.14 * i)
        pen.rect(x - k * 0.85, py, k * 1.7, 9, "#5f7a80")
        for j in range(8):
            pen.line(
                [(x - k * 0.82 + j * k * 0.235, py), (x - k * 0.82 + j * k * 0.235, py - 28)],
                "#5f7a80",
                3,
            )
        pen.line([(x - k * 0.85, py - 28), (x + k * 0.85, py - 28)], "#5f7a80", 4)
    b.pipe(
        pen,
        [(x + k * 0.66, y), (x + k * 0.66, y - h * 1.04), (x, y - h * 1.04), (x, y - h)],
        "#d99a3f",
        k * 0.24,
    )


def pipes(pen):
    """The overhead pipes in perspective, lying on the beams of four portals."""
    tones = ("#d99a3f", "#5fa58a", "#c9ccc6", "#4f8fb0", "#c9ccc6", "#b5533d", "#8fb5b0")
    for i, tone in enumerate(tones):
        t = (i + 0.5) / len(tones) - 0.5
        for k, (lo, hi, amount) in enumerate(
            ((-1, 1, -0.3), (-0.85, 0.45, 0.02), (-0.6, -0.1, 0.4))
        ):
            far, near = 850 + t * 330, 850 + t * 2300
            pen.poly(
                [
                    (far + lo * 10, 590),
                    (far + hi * 10, 590),
                    (near + hi * 62, -160),
                    (near + lo * 62, -160),
                ],
                shade(tone, amount),
            )
    for k in (0.42, 0.58, 0.8, 1.14):
        y, half = 862 + 230 * (k - 0.42), 470 * k
        top = 590 - (k - 0.3) * 520
        for x in (850 - half, 850 + half):
            pen.rect(
                x - 15 * k,
                top,
                30 * k,
                y - top,
                lin(x - 15 * k, 0, x + 15 * k, 0, ["#5c8288", "#83a5a6", "#3f636b"]),
            )
            pen.rect(x - 30 * k, y - 12 * k, 60 * k, 14 * k, "#8f9088")
        pen.rect(
            850 - half * 1.12,
            top,
            half * 2.24,
            30 * k,
            lin(0, top, 0, top + 30 * k, ["#41666e", "#6b9096", "#41666e"]),
        )
        for x, turn in ((850 - half, 1), (850 + half, -1)):
            pen.line([(x, top + 130 * k), (x + turn * 110 * k, top + 24 * k)], "#4f757c", 14 * k)


@scene("2020-03", "lake-wetland.jpg", "W")
def lake_wetland(pen):
    """The wetland of Mirror Moon Lake at a rosy dusk, with winding creeks."""
    s.sky(pen, 430, ["#576f9a", "#9a93b5", "#e0b1ac", "#fbd6a8"])
    s.streaks(pen, 60, 380, "#f7c7ae", 18, 0.6, 0.26)
    s.sun(pen, 1420, 372, 46, "#fff0cc", "#ffcf96", 8)
    for base, tone, pale, peaks in (
        (425, "#a49dbb", "#f0c9b3", [(0.2, 120, 0.1), (0.36, 60, 0.08)]),
        (448, "#7d86a6", "#dfb9ae", [(0.8, 90, 0.12), (0.05, 90, 0.1), (0.55, 40, 0.1)]),
    ):
        crest = g.ridge(pen, base, 26, peaks, freq=5)
        g.mountain(pen, crest, base + 80, tone, pale, shade(tone, -0.14), 120)
    pen.rect(
        0,
        448,
        2000,
        700,
        lin(0, 448, 0, 1125, ["#f6cfab", "#d7aeb0", "#8c8cad", "#4d5f86", "#2d3f64"]),
    )
    pen.reflect(448, 120, 0.8, 0.5, 4, 4)
    w.glints(pen, 1420, 455, 900, "#fff0c8", 120, 0.03)
    w.ripples(pen, 470, 1125, "#f9dcc4", 190, 0.4)
    for i, (y, x, k) in enumerate(
        (
            (500, 300, 420),
            (530, 1760, 400),
            (560, 860, 360),
            (610, 180, 420),
            (650, 1640, 520),
            (720, 700, 420),
            (800, 1560, 380),
            (860, 240, 460),
        )
    ):
        islet(pen, x, y, k, 0.35 + (y - 480) / 420)
    s.flock(pen, 640, 190, 340, 13, 20, "#454a6b")
    for x, y, k in ((1040, 300, 0.75), (1180, 260, 0.6), (940, 345, 0.5)):
        s.egret_fly(pen, x, y, k, "#fff3e6", "#c7a9b5", beat=pen.u(0.4, 1), flip=True)
    for x, y, k, fl in ((1060, 800, 0.8, False), (1150, 815, 0.7, True), (980, 840, 0.9, False)):
        with pen.layer(alpha=0.3), pen.at(x, y + 3, 1, sy=-0.6):
            s.egret_stand(pen, 0, 0, k, "#f6e6de", "#c7a9b5", fl)
        s.egret_stand(pen, x, y, k, "#fff6ec", "#c7a9b5", fl)
    walkway(pen)
    w.reeds(pen, -30, 560, 1140, 360, 46, "#3a3f55", "#d39d78", 0.12)
    w.reeds(pen, 1500, 2040, 1145, 420, 46, "#343a52", "#e0ab80", -0.14)
    w.grass(pen, 0, 2000, 1135, 110, 260, ["#2a3048", "#3b4460", "#4c5168"])


def islet(pen, x, y, k, t):
    """A low reed islet with its reflection."""
    pts = [
        (x - k / 2, y),
        (x - k * 0.2, y - 9 * t),
        (x + k * 0.25, y - 10 * t),
        (x + k / 2, y),
        (x + k * 0.1, y + 16 * t),
        (x - k * 0.3, y + 12 * t),
    ]
    pen.blob([(px, py + 14 * t) for px, py in pts], "#34476a", alpha=0.35, blur=5)
    pen.blob(pts, lin(0, y - 12, 0, y + 18, ["#8f9560", "#4c6650"]))
    cols = ["#7c8a58", "#a79c62", "#55704f", "#c9a86c"]
    w.grass(pen, x - k * 0.42, x + k * 0.42, y + 4 * t, 62 * t, 90, cols)
    with pen.layer(alpha=0.25), pen.at(0, 2 * y + 12 * t, 1, sy=-1):
        w.grass(pen, x - k * 0.42, x + k * 0.42, y, 50 * t, 40, cols)


def walkway(pen):
    """A plank walk on piles with two visitors and a child."""
    top = [(460, 1010), (900, 930), (1400, 950), (1620, 990)]
    for i in range(24):
        t = i / 23
        x = 460 + 1160 * t
        y = 1010 - 80 * min(1, t * 2.6) + 58 * max(0, t - 0.4)
        pen.line([(x, y), (x, y + 62)], "#4c3f45", 8)
    pen.line(top, "#6b5650", 26, smooth=True)
    pen.line([(x, y - 7) for x, y in top], "#b08d76", 11, smooth=True)
    for i, (x, h, pose, tone) in enumerate(
        (
            (1010, 170, f.POINT, "#b5533d"),
            (940, 165, f.STAND, "#3f5a86"),
            (1090, 112, f.STAND, "#e0a84a"),
        )
    ):
        f.figure(
            pen,
            x,
            934,
            h,
            pose,
            top=tone,
            female=i == 1,
            style="bob" if i == 1 else "short",
            bottom="#333a52",
        )
    pen.line([(x, y - 62) for x, y in top], "#5a4a4c", 6, smooth=True)
    pen.line([(x, y - 34) for x, y in top], "#5a4a4c", 4, smooth=True)


@scene("2020-03", "lab.jpg")
def lab(pen):
    """The monitoring laboratory: analysts at the bench, instruments, clear light."""
    r.room(pen, 900, "#d3e4df", "#b7c6c0")
    r.tiles(pen, 900, "#93aaa6")
    r.window(pen, 90, 140, 520, 380, ["#a7d3e3", "#e3f0e4"], panes=3, view=lab_view)
    pen.rect(720, 110, 1010, 250, "#f1f4ee", r=6)
    for i in range(4):
        x = 736 + i * 250
        pen.rect(x, 126, 228, 218, lin(x, 126, x + 228, 344, ["#c3dcda", "#9fc0c0"]), r=4)
        pen.rect(x, 230, 228, 7, "#e8efe9")
        for j in range(6):
            for y, h in ((230, 66), (338, 74)):
                r.bottle(
                    pen,
                    x + 26 + j * 35,
                    y,
                    h * pen.u(0.8, 1.05),
                    "#d3e6e4",
                    pen.pick(("#7a4a2c", "#6fb7a8", "#e0b35a", "#8fb7d9")),
                    pen.u(0.3, 0.9),
                )
        pen.poly([(x + 20, 126), (x + 90, 126), (x + 40, 344), (x, 344)], fade("#ffffff", 0.22))
    pen.rect(0, 640, 1800, 30, lin(0, 640, 0, 670, ["#f4f6f1", "#b6c5c1"]))
    pen.rect(0, 670, 1800, 250, lin(0, 670, 0, 920, ["#8fb0ac", "#6f9492"]))
    for i in range(9):
        pen.rect(i * 200 + 12, 696, 176, 200, "#86a9a5", r=6)
        pen.rect(i * 200 + 84, 716, 34, 8, "#dfe8e4", r=4)
    r.instrument(pen, 760, 642, 300, 230)
    r.instrument(pen, 1090, 642, 220, 190, accent="#d08a3f")
    r.monitor(pen, 1430, 646, 190, "curve")
    r.rackvials(pen, 1560, 640, 8, 15, ("#d98a5a", "#6fb7a8", "#e7c35a"))
    r.rackvials(pen, 470, 640, 8, 14, ("#8fb7d9", "#6fb7a8"))
    coat = {"top": "#fbfbf6", "bottom": "#47606e", "coat": 22, "mask": True, "glove": "#8fc4d6"}
    f.figure(pen, 610, 1110, 580, f.REACH, female=True, style="bun", **coat)
    f.figure(pen, 1330, 1120, 600, f.WRITE, **coat)
    front_bench(pen)


def lab_view(pen, x, y, w_, h):
    """Hills and trees outside the window."""
    g.fill_below(
        pen, g.ridge(pen, y + h * 0.75, 60, x0=x, x1=x + w_, freq=3), y + h, "#8fbfae", "#b9d7a8"
    )
    for i in range(5):
        p.leafy(
            pen, x + 50 + i * 110, y + h + 30, 150, ["#4d8a55", "#8fbf62", "#d0dd78"], clumps=12
        )


def front_bench(pen):
    """The near bench with flasks, burettes, and sample bottles, slightly large."""
    pen.rect(0, 1010, 1800, 46, lin(0, 1010, 0, 1056, ["#fbfbf6", "#c3d0cc"]))
    pen.rect(0, 1056, 1800, 160, "#5f8785")
    for x, h, tone in ((120, 190, "#e08f5a"), (270, 150, "#6fb7a8"), (390, 170, "#e7c35a")):
        r.flask(pen, x, 1012, h, tone)
    for i in range(6):
        r.bottle(
            pen, 960 + i * 74, 1012, 140, "#cfe3e2", "#bfdfe2", 0.8, ("#2f7a6a", "#d9a441")[i % 2]
        )
    pen.rect(1630, 1004, 110, 10, "#6a7579")
    pen.rect(1720, 640, 8, 370, "#8a959a")
    pen.rect(1668, 660, 11, 250, "#e3f0f0", alpha=0.9)
    pen.rect(1668, 740, 11, 160, "#8fc4d6")
    pen.rect(1664, 705, 62, 9, "#6a7579")
    r.flask(pen, 1674, 1008, 86, "#e6a0b0")
