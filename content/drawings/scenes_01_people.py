"""January issue: meeting, mediation, and a laboratory analyst."""

import math

from . import figures as f
from . import interior as r
from . import landscape as g
from . import plants as p
from .finish import scene
from .palette import fade, shade
from .pen import lin


@scene("2020-01", "meeting.jpg", "W")
def meeting(pen):
    """The provincial work conference: rows of backs, the platform beyond."""
    pen.rect(0, 0, 2000, 1125, lin(0, 0, 0, 1125, ["#6b2f2a", "#8f4034", "#5f3028"]))
    for i in range(46):
        x = i * 44
        pen.rect(x, 110, 44, 470, lin(x, 0, x + 44, 0, ["#8f2f2a", "#b5433a", "#7f2824"]))
    pen.rect(0, 0, 2000, 120, lin(0, 0, 0, 120, ["#d9c8a4", "#b59a70"]))
    for i in range(10):
        pen.rect(60 + i * 200, 46, 90, 26, "#fff7dc", r=10)
        pen.glow(105 + i * 200, 60, 150, "#fff1c4", 0.55)
    pen.rect(420, 170, 1160, 290, "#1d4a54", r=6)
    pen.rect(434, 184, 1132, 262, lin(434, 184, 1566, 446, ["#7fc0c4", "#cfe6d2", "#f2dca4"]))
    with pen.clip([(434, 184), (1566, 184), (1566, 446), (434, 446)]):
        for base, tone in ((380, "#8fbfb5"), (410, "#5f9f8a"), (440, "#3f7f6a")):
            g.fill_below(pen, g.ridge(pen, base, 60, freq=6), 460, tone, shade(tone, 0.2))
        pen.line([(700, 450), (880, 430), (820, 412), (1010, 396)], "#eaf6ee", 14, smooth=True)
    pen.rect(0, 560, 2000, 70, lin(0, 560, 0, 630, ["#7d5234", "#5f3c26"]))
    tops = ("#2c3e50", "#34495c", "#e4ddc8", "#2c3e50", "#3f4f44", "#2c3e50", "#5a4a5c")
    for i in range(7):
        f.figure(
            pen,
            520 + i * 160,
            690,
            300,
            f.FOLD,
            "front",
            top=tops[i],
            female=i in (2, 6),
            noshadow=True,
            style="bob" if i in (2, 6) else "short",
        )
        pen.rect(566 + i * 160, 548, 24, 22, "#f4f1e6", r=4)
    pen.rect(400, 566, 1200, 100, lin(0, 566, 0, 666, ["#a8744a", "#7a5032"]))
    pen.rect(390, 556, 1220, 18, "#c99a66")
    for i in range(7):
        pen.rect(484 + i * 160, 540, 50, 20, "#f6f0dc")
    for x in (330, 1670):
        r.potted(pen, x, 690, 190, "#4d8a4f")
    for i in range(15):
        p.bush(pen, 440 + i * 82, 690, 76, ["#3f7a48", "#7fb056", "#e0705a"], 16)
    rostrum(pen)
    pen.rect(0, 690, 2000, 440, lin(0, 690, 0, 1125, ["#6f2f2a", "#4a211f"]))
    for row, (y, h, n) in enumerate(((900, 270, 15), (1010, 340, 12), (1150, 430, 10))):
        audience(pen, y, h, n, row)
    pen.glow(1000, 330, 900, "#fff1c4", 0.16)


def rostrum(pen):
    """A speaker's desk at the right of the platform."""
    f.figure(pen, 1790, 690, 320, f.FOLD, "front", top="#2c3e50", noshadow=True)
    pen.poly(
        [(1730, 560), (1850, 560), (1838, 690), (1742, 690)],
        lin(1730, 0, 1850, 0, ["#b5814f", "#7a5032"]),
    )
    pen.rect(1722, 550, 136, 14, "#d9ab74")
    pen.line([(1780, 552), (1786, 510)], "#2b2f33", 4)
    pen.dot(1787, 506, 6, "#2b2f33")


def audience(pen, y, h, n, row):
    """One row of listeners seen from behind, with seat backs."""
    gap = 2000 / (n - 0.4)
    for i in range(n):
        x = -20 + gap * (i + 0.3 + (row % 2) * 0.35)
        female = pen.rng.random() < 0.38
        f.figure(
            pen,
            x,
            y + h * 0.3,
            h,
            f.BACK,
            "back",
            noshadow=True,
            female=female,
            top=pen.pick(
                ("#2c3e50", "#3f4f60", "#4a4038", "#e0d9c6", "#4f6a5c", "#5c4a60", "#7a4a3c")
            ),
            style=pen.pick(("bob", "pony", "bun", "long")) if female else "short",
            hair=pen.pick(("#2b2624", "#2b2624", "#5f5a56")),
        )
        pen.rect(
            x - gap * 0.4,
            y - h * 0.3,
            gap * 0.8,
            h * 0.7,
            lin(0, y - h * 0.3, 0, y + h * 0.3, ["#a8423a", "#6b2724"]),
            r=h * 0.08,
        )


@scene("2020-01", "court.jpg")
def mediation(pen):
    """A consultation on compensation for ecological damage, across one long table."""
    r.room(pen, 860, "#d9e0d3", "#a8835c")
    for i in range(16):
        pen.line([(900 + (i - 8) * 130, 860), (900 + (i - 8) * 330, 1200)], "#8a6a48", 2, alpha=0.5)
    r.window(pen, 520, 120, 760, 380, ["#9fcbd9", "#e6f0e0"], "#efe9da", 3, view=river_view)
    for x in (430, 1300):
        pen.poly(
            [(x, 80), (x + 80, 80), (x + 70, 560), (x + 6, 560)],
            lin(x, 0, x + 80, 0, ["#7fa08c", "#a9c2aa", "#6f937f"]),
        )
    for x in (130, 1510):
        pen.rect(x, 180, 190, 250, "#8a6644", r=4)
        pen.rect(x + 14, 194, 162, 222, "#f4ecd6")
        g.fill_below(
            pen, g.ridge(pen, 370, 70, x0=x + 14, x1=x + 172, freq=2), 416, "#7fa58f", "#c9d8b8"
        )
    f.figure(pen, 790, 1060, 600, f.FOLD, "front", top="#2c3e50", noshadow=True)
    f.figure(
        pen,
        1010,
        1060,
        590,
        f.FOLD,
        "front",
        top="#e4ddc8",
        female=True,
        style="bob",
        noshadow=True,
    )
    left = {"top": "#2f5f7c", "bottom": "#2c343e", "noshadow": True}
    f.figure(pen, 330, 1160, 680, {**f.SIT, "lean": 8, "head": 0}, **left)
    f.figure(
        pen,
        170,
        1200,
        720,
        {**f.SIT, "lean": 4, "arms": ((38, 46), (66, 30))},
        **{**left, "top": "#4f6a5c", "female": True, "style": "bun"},
    )
    f.figure(
        pen,
        1470,
        1160,
        680,
        {**f.SIT, "lean": 8, "head": 0},
        flip=True,
        **{**left, "top": "#8a5a44"},
    )
    f.figure(pen, 1630, 1200, 720, {**f.SIT, "lean": 6}, flip=True, **{**left, "top": "#5c4a60"})
    pen.poly(
        [(480, 830), (1320, 830), (1500, 1040), (300, 1040)],
        lin(0, 830, 0, 1040, ["#c99a68", "#a8774a"]),
    )
    pen.rect(300, 1040, 1200, 170, lin(0, 1040, 0, 1200, ["#7d5634", "#5a3c24"]))
    for x, y, k in (
        (560, 900, 1),
        (540, 980, 1.15),
        (1150, 900, 1),
        (1140, 985, 1.15),
        (850, 860, 0.9),
    ):
        pen.poly(
            [(x, y), (x + 100 * k, y), (x + 108 * k, y + 44 * k), (x - 8 * k, y + 44 * k)],
            "#faf5e6",
        )
        for j in range(3):
            pen.line([(x + 14, y + 10 + j * 11), (x + 82 * k, y + 10 + j * 11)], "#c9bd9c", 3)
    for x, y in ((720, 940), (1080, 940), (470, 1000), (1330, 1000)):
        pen.rect(x, y - 40, 40, 44, "#f4f1e6", r=6)
        pen.oval(x + 20, y - 40, 20, 6, "#a9773f")
    r.potted(pen, 900, 930, 120, "#5f9a5c", "#e4ddc8")
    r.potted(pen, 60, 880, 300)
    r.potted(pen, 1750, 880, 300)


def river_view(pen, x, y, w_, h):
    """A restored river outside the meeting room."""
    g.fill_below(
        pen, g.ridge(pen, y + h * 0.62, 70, x0=x, x1=x + w_, freq=3), y + h, "#8fb8a5", "#c5dbb0"
    )
    pen.rect(x, y + h * 0.72, w_, h * 0.3, "#86b862")
    pen.blob(
        [
            (x + 300, y + h * 0.72),
            (x + 420, y + h * 0.8),
            (x + 260, y + h * 1.05),
            (x + 620, y + h * 1.05),
            (x + 520, y + h * 0.82),
            (x + 360, y + h * 0.72),
        ],
        "#9fd0d6",
    )
    for i in range(6):
        p.leafy(
            pen, x + 50 + i * 132, y + h * 0.9, 130, ["#4d8a55", "#86b85a", "#cfe07a"], clumps=14
        )


@scene("2020-01", "star-f1.jpg")
def microscope(pen):
    """An analyst at the microscope counting plankton, close view."""
    pen.rect(0, 0, 1800, 1200, lin(0, 0, 1800, 1200, ["#c3d8d6", "#9fc0c0", "#6f9aa0"]))
    pen.rect(90, 90, 620, 420, "#eef2ec", r=8)
    pen.rect(106, 106, 588, 388, lin(106, 106, 694, 494, ["#0f3a44", "#1f6a6c"]))
    with pen.clip([(106, 106), (694, 106), (694, 494), (106, 494)]):
        plankton(pen)
    for row in range(2):
        y = 330 + row * 230
        pen.rect(1180, y, 620, 16, "#f4f6f1")
        for i in range(8):
            r.bottle(
                pen,
                1220 + i * 74,
                y,
                120 + (i % 3) * 20,
                "#d3e6e4",
                pen.pick(("#7a4a2c", "#6fb7a8", "#e0b35a", "#8fb7d9")),
                pen.u(0.3, 0.9),
            )
    coat = {
        "top": "#fbfbf6",
        "bottom": "#47606e",
        "coat": 26,
        "female": True,
        "style": "pony",
        "noshadow": True,
    }
    f.figure(
        pen,
        690,
        1560,
        1220,
        {**f.SIT, "lean": 18, "head": 6, "arms": ((54, 34), (58, 30))},
        skin="#ecc09a",
        glove="#8fc4d6",
        **coat,
    )
    pen.rect(0, 1010, 1800, 40, lin(0, 1010, 0, 1050, ["#fbfbf6", "#c3d0cc"]))
    pen.rect(0, 1050, 1800, 160, "#4f7a7c")
    scope(pen, 1010, 1010)
    r.rackvials(pen, 1330, 1010, 10, 24, ("#6fb77a", "#8fc49a", "#c9b85a"))
    for i in range(3):
        x = 180 + i * 150
        pen.oval(x, 1000, 62, 15, "#e9f3f0")
        pen.oval(x, 996, 56, 12, ("#a9cf8a", "#d9c98a", "#8fc4b8")[i])
    pen.rect(560, 994, 170, 14, "#faf5e6")


def plankton(pen):
    """Cells and filaments as seen on the projected slide."""
    for _ in range(26):
        x, y, k = pen.u(120, 690), pen.u(110, 490), pen.u(12, 34)
        tone = pen.pick(("#8fe0a0", "#cfe88a", "#6fd0b5", "#f0d98a"))
        kind = pen.rng.randrange(4)
        with pen.at(x, y, 1, rot=pen.u(0, 180)):
            if kind == 0:
                pen.dot(0, 0, k, tone, alpha=0.55)
                pen.dot(0, 0, k, tone, width=3)
                pen.dot(k * 0.2, 0, k * 0.3, shade(tone, -0.3))
            elif kind == 1:
                pen.oval(0, 0, k * 1.8, k * 0.5, tone, alpha=0.7)
                pen.line([(-k * 1.6, 0), (k * 1.6, 0)], shade(tone, -0.35), 2)
            elif kind == 2:
                for i in range(6):
                    pen.dot(i * k * 0.7 - k * 2, math.sin(i) * 6, k * 0.36, tone, alpha=0.85)
            else:
                for i in range(8):
                    a = i * math.pi / 4
                    pen.line([(0, 0), (math.cos(a) * k * 1.2, math.sin(a) * k * 1.2)], tone, 3)
                pen.dot(0, 0, k * 0.45, tone)


def scope(pen, x, y):
    """A compound microscope."""
    dark, pale = "#3a474e", "#e9ebe4"
    pen.rect(x - 60, y - 36, 270, 36, lin(0, y - 36, 0, y, [pale, "#aab5b4"]), r=12)
    pen.blob(
        [
            (x + 150, y - 30),
            (x + 200, y - 130),
            (x + 190, y - 260),
            (x + 120, y - 340),
            (x + 90, y - 300),
            (x + 140, y - 230),
            (x + 146, y - 130),
            (x + 110, y - 30),
        ],
        lin(x + 90, 0, x + 200, 0, [pale, "#9aa8a9"]),
    )
    pen.rect(x - 30, y - 130, 180, 20, dark, r=4)
    pen.rect(x + 10, y - 138, 90, 8, "#bfe0e6")
    with pen.at(x + 60, y - 290, 1, rot=-24):
        pen.rect(-34, -150, 68, 210, lin(-34, 0, 34, 0, [pale, "#ffffff", "#a9b5b5"]), r=12)
        pen.rect(-26, -230, 52, 90, dark, r=8)
        pen.rect(-32, -246, 64, 22, "#20282d", r=8)
    for dx, h in ((20, 70), (58, 84), (92, 62)):
        pen.rect(x + dx, y - 220, 22, h, "#b9c3c4", r=4)
        pen.rect(x + dx + 3, y - 220 + h - 10, 16, 12, "#d9a441", r=3)
    pen.dot(x + 176, y - 100, 26, dark)
    pen.dot(x + 176, y - 100, 15, "#6f7f86")
    pen.glow(x + 56, y - 120, 90, "#fff6cf", 0.8)


@scene("2020-01", "star-f2.jpg", "P")
def night_lab(pen):
    """The analyst beside the fume hood late at night, city lights at the window."""
    pen.rect(0, 0, 1200, 1600, lin(0, 0, 1200, 1600, ["#1f3446", "#2c4a58", "#1c2f3c"]))
    r.window(pen, 70, 160, 330, 560, ["#0f1c38", "#2c3a66", "#6f5a86"], "#4a606c", 2, view=lights)
    pen.rect(500, 90, 660, 930, lin(500, 0, 1160, 0, ["#c9d6d6", "#e6ede9", "#9fb0b3"]), r=12)
    pen.rect(540, 200, 580, 580, lin(0, 200, 0, 780, ["#fdf6dc", "#d9e8e2", "#a9c6c6"]))
    pen.glow(830, 240, 460, "#fff6d0", 0.8)
    pen.rect(560, 210, 540, 18, "#fffbe8", r=6)
    for i, (x, h, tone) in enumerate(
        ((620, 170, "#e08f5a"), (740, 130, "#6fb7a8"), (1040, 160, "#e7c35a"))
    ):
        r.flask(pen, x, 770, h, tone)
    pen.rect(880, 420, 8, 350, "#7a868a")
    pen.rect(836, 440, 13, 230, "#e9f4f2")
    pen.rect(836, 520, 13, 150, "#c9586a")
    pen.rect(830, 480, 56, 10, "#7a868a")
    r.flask(pen, 842, 770, 84, "#f0b5c0")
    for i in range(5):
        r.bottle(pen, 910 + i * 40, 770, 90, "#d3e6e4", "#8fb7d9", 0.6)
    pen.rect(520, 780, 620, 34, "#f4f6f1")
    pen.rect(520, 814, 620, 210, lin(0, 814, 0, 1024, ["#7f9a9c", "#5f7a80"]))
    pen.rect(540, 340, 580, 12, "#8fa5a8", alpha=0.9)
    pen.poly([(540, 352), (660, 352), (600, 780), (540, 780)], fade("#ffffff", 0.16))
    pen.rect(0, 1020, 1200, 600, lin(0, 1020, 0, 1600, ["#2c4450", "#18262f"]))
    pen.poly([(540, 1024), (1120, 1024), (1200, 1500), (360, 1500)], fade("#fff1c4", 0.1), blur=30)
    pen.rect(-20, 900, 380, 30, "#8fa5a8")
    pen.rect(-20, 930, 380, 330, "#3f5a66")
    r.monitor(pen, 170, 902, 230, "curve")
    a = f.figure(
        pen,
        560,
        1560,
        1000,
        {**f.REACH, "lean": 6, "arms": ((58, 20), (66, 18))},
        top="#fbfbf6",
        coat=22,
        bottom="#3f5664",
        female=True,
        style="bun",
        glove="#8fc4d6",
        skin="#ecc09a",
        mask=True,
    )
    x, y = a["near"]
    pen.rect(x + 4, y - 120, 16, 150, "#e9f4f2", r=6)
    pen.rect(x + 6, y - 40, 12, 66, "#6fb7a8", r=5)
    pen.dot(x, y, 22, "#8fc4d6")


def lights(pen, x, y, w_, h):
    """Night towers outside the laboratory window."""
    for i in range(7):
        bx, bh = x + i * 50 - 10, pen.u(140, 330)
        pen.rect(bx, y + h - bh, 46, bh, "#1c2648")
        for k in range(int(bh / 26)):
            for j in range(2):
                if pen.rng.random() < 0.5:
                    pen.rect(bx + 8 + j * 18, y + h - bh + 12 + k * 26, 10, 12, "#ffd98a")
    pen.dot(x + 240, y + 90, 26, "#fdf3d4")
