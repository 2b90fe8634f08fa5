"""February issue: air-pollution response, hospital water, and a township station head."""

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


@scene("2020-02", "heavy-air.jpg", "X")
def heavy_air(pen):
    """A consultation on heavy pollution, the city hazy beyond the glass."""
    pen.rect(0, 0, 1800, 820, lin(0, 0, 0, 820, ["#c2b59b", "#d9c9a8", "#e3d3b0"]))
    for k, tone in ((0.45, "#cbbb9a"), (0.7, "#b8a88a")):
        with pen.layer(alpha=k):
            b.skyline(pen, -30, 1830, 700, 120, 330, tone, shade(tone, -0.15), 0, 0.1, (60, 100))
    s.mist(pen, 560, 220, "#e6d8b8", 0.75, 7)
    for x in range(0, 1801, 300):
        pen.rect(x - 9, 0, 18, 700, "#5a5f5e")
    pen.rect(0, 0, 1800, 60, "#46504f")
    pen.rect(0, 690, 1800, 60, "#6b6f69")
    pen.rect(0, 740, 1800, 460, lin(0, 740, 0, 1200, ["#8a8474", "#6a665a"]))
    r.screen(pen, 560, 110, 680, 400, "#17343f", "map")
    pen.blob(
        [(760, 260), (860, 210), (980, 240), (1010, 330), (900, 380), (780, 350)],
        "#e0702c",
        alpha=0.4,
        blur=24,
    )
    pen.glow(900, 300, 620, "#f0c890", 0.22)
    tops = ("#34566b", "#e4ddc8", "#5b6f5c", "#7a5a4c", "#3f4f66")
    for i in range(4):
        f.figure(
            pen,
            400 + i * 250,
            1010,
            520,
            f.FOLD,
            "front",
            top=tops[i],
            female=i in (1, 3),
            noshadow=True,
            style=("short", "bob", "short", "bun", "short")[i],
            bottom="#2f3640",
        )
    f.figure(pen, 1520, 1000, 600, f.POINT, flip=True, top="#35607a", bottom="#2c343e")
    pen.poly(
        [(250, 850), (1550, 850), (1760, 1060), (40, 1060)],
        lin(0, 850, 0, 1060, ["#b98f62", "#8f6a44"]),
    )
    pen.poly([(250, 850), (1550, 850), (1560, 862), (240, 862)], "#e0bf92")
    pen.rect(40, 1060, 1720, 150, lin(0, 1060, 0, 1200, ["#6b4c32", "#4a3424"]))
    for i in range(5):
        x = 330 + i * 260
        pen.poly([(x, 905), (x + 110, 905), (x + 120, 960), (x - 12, 960)], "#f6f0e0")
        pen.oval(x + 170, 930, 22, 9, "#f4f1e6")
        pen.rect(x + 152, 902, 36, 28, "#f4f1e6", r=6)
    for i, x in enumerate((260, 760, 1330)):
        f.figure(
            pen,
            x,
            1420,
            620,
            f.BACK,
            "back",
            top=("#4a5f70", "#8a4a3c", "#4f6a5a")[i],
            female=i == 1,
            style="pony" if i == 1 else "short",
            noshadow=True,
        )


@scene("2020-02", "hospital-water.jpg")
def hospital_water(pen):
    """The waste-water station of a hospital: dosing tanks, a sampler in gear."""
    s.sky(pen, 700, ["#8fb5cc", "#c5d9de", "#eae9dd"])
    s.cumulus(pen, 300, 190, 360, "#ffffff", "#e6edee", 9)
    b.tower(pen, 900, 760, 520, 560, "#eef1ec", "#7fa5b5", cap=0)
    b.tower(pen, 1420, 760, 330, 380, "#e3e8e4", "#7fa5b5")
    pen.rect(880, 180, 560, 26, "#c9d3d0")
    pen.rect(1100, 96, 110, 90, "#f6f6f0", r=8)
    pen.rect(1145, 108, 22, 66, "#2f8577")
    pen.rect(1122, 130, 68, 22, "#2f8577")
    pen.rect(1000, 700, 320, 22, "#3f7f86")
    for x in (1020, 1290):
        pen.rect(x, 720, 10, 50, "#3f7f86")
    g.canopy(pen, g.ridge(pen, 730, 16, freq=7), 770, ["#557f5f", "#7fa570", "#b5c68a"], 36, 1.0)
    pen.rect(0, 766, 1800, 440, lin(0, 766, 0, 1200, ["#c3c6bd", "#9fa59f"]))
    pen.rect(60, 520, 520, 290, lin(60, 0, 580, 0, ["#eef0e8", "#cfd8d2"]))
    pen.rect(44, 494, 552, 30, "#2f8577")
    pen.rect(110, 620, 100, 190, "#4f8f86")
    r.window(pen, 270, 600, 250, 110, ["#7fa5b5", "#b9d0d2"], panes=3)
    pool(pen)
    for i in range(3):
        b.tank(pen, 640 + i * 110, 830, 92, 190 - i * 20, ("#e6e8de", "#d9e3e0", "#f0d9a0")[i])
    b.pipe(pen, [(686, 650), (686, 600), (1010, 600), (1010, 880)], "#4f8fb0", 20)
    b.pipe(pen, [(800, 830), (800, 890), (930, 890)], "#e0a23a", 16)
    suit = {
        "suit": True,
        "top": "#f4f7f6",
        "bottom": "#e7eceb",
        "boots": "#4a93a8",
        "shoes": "#3f7f95",
    }
    a = f.figure(pen, 1060, 1120, 470, {**f.REACH, "lean": 22}, flip=True, **suit)
    x, y = a["near"]
    pen.line([(x + 60, y - 70), (x - 150, y + 120)], "#7a858a", 8)
    pen.rect(x - 176, y + 104, 40, 50, "#d9ecec", r=6)
    pen.rect(x - 174, y + 128, 36, 24, "#7fbfc0", r=4)
    f.figure(
        pen,
        1300,
        1150,
        480,
        f.HOLD,
        flip=True,
        top="#35607a",
        mask=True,
        vest="#8fc04a",
        glove="#8fc4d6",
    )
    f.figure(
        pen,
        1490,
        1140,
        470,
        f.STAND,
        flip=True,
        top="#fbfbf6",
        coat=22,
        bottom="#47606e",
        mask=True,
        female=True,
        style="bun",
    )


def pool(pen):
    """A contact tank with rails and clear water."""
    pts = [(120, 900), (900, 880), (960, 1080), (60, 1110)]
    pen.poly([(x, y + 26) for x, y in pts], "#7f857f")
    pen.poly(pts, "#dfe0d6")
    inner = [(160, 920), (868, 902), (912, 1056), (116, 1082)]
    pen.poly(inner, lin(0, 900, 0, 1080, ["#7fb8b5", "#3f8a92"]))
    with pen.clip(inner):
        w.ripples(pen, 900, 1090, "#dff2ec", 60, 0.6, 100, 940, 0.7)
        for x in (360, 610):
            pen.poly([(x, 900), (x + 14, 900), (x + 4, 1090), (x - 22, 1090)], "#dfe0d6")
    for i in range(9):
        x = 64 + i * 112
        pen.line([(x, 1104 - i * 3.6), (x, 1010 - i * 3.6)], "#e0a23a", 7)
    for dy in (0, 44):
        pen.line([(64, 1012 + dy), (960, 981 + dy)], "#e0a23a", 6)


@scene("2020-02", "star-e1.jpg")
def lane(pen):
    """The township station head calling at a hillside farm lane on a bright cold day."""
    s.sky(pen, 600, ["#7fb0d0", "#b9d5de", "#eef0e4"])
    crest = g.ridge(pen, 560, 60, [(0.2, 200, 0.14), (0.5, 120, 0.12), (0.88, 170, 0.14)], freq=4)
    g.mountain(pen, crest, 740, "#9fb3b0", "#dfe2d3", "#839a9c", 220)
    g.facets(pen, crest, 70, "#ffffff", 0.9, 8, -1)
    for x, y, k in ((-20, 800, 330), (330, 740, 220), (1320, 780, 300), (1640, 830, 330)):
        b.house(pen, x, y, k, k * 0.62, "#efe6d3", "#5a5f66")
        pen.poly(
            [(x + k * 0.08, y - k * 0.92), (x + k * 0.6, y - k * 0.94), (x + k * 0.4, y - k * 0.8)],
            "#f6f8f8",
        )
    for x in (86, 250, 1396, 1550):
        pen.rect(x, 640, 6, 16, "#8a2f22")
        pen.oval(x + 3, 672, 19, 22, lin(x - 16, 0, x + 22, 0, ["#e8543a", "#b5301f"]))
        pen.rect(x - 6, 648, 18, 6, "#e0b04a")
    pen.rect(0, 790, 1800, 420, lin(0, 790, 0, 1200, ["#b9ae8c", "#8f8a68"]))
    for x, y in pen.scatter(26, 0, 1800, 800, 1190):
        pen.oval(x, y, pen.u(30, 110), pen.u(4, 12), "#f4f6f6", alpha=0.85)
    pen.blob(
        [
            (820, 760),
            (760, 860),
            (600, 1010),
            (420, 1230),
            (1330, 1230),
            (1130, 1000),
            (940, 860),
            (880, 760),
        ],
        lin(0, 760, 0, 1200, ["#d9d0b8", "#b9ad90"]),
    )
    pen.line([(900, 770), (1010, 880), (1230, 1060), (1420, 1220)], "#8f8670", 30, smooth=True)
    pen.line([(900, 770), (1010, 880), (1230, 1060), (1420, 1220)], "#7fb5b5", 15, smooth=True)
    for x, h in ((640, 360), (1180, 330)):
        p.bare(pen, x, 800, h * 0.26, 90, 15, "#5a4c42", 7, 24)
    for i in range(10):
        pen.oval(1180 + pen.u(-110, 110), pen.u(540, 660), 9, 9, "#e08a3a")
    motorbike(pen, 300, 1120)
    f.figure(
        pen,
        660,
        1110,
        500,
        {**f.POINT, "arms": ((-4, 10), (52, 18))},
        top="#2a5f6f",
        bottom="#3a4048",
        pack="#a9764a",
        hair="#4a4644",
    )
    f.figure(
        pen,
        900,
        1120,
        470,
        f.FOLD,
        flip=True,
        top="#a8503c",
        bottom="#44464e",
        female=True,
        style="bun",
        hair="#8f8a86",
    )
    f.figure(pen, 1060, 1150, 490, f.STAND, flip=True, top="#55604a", bottom="#3a3a3e", hat="fur")


def motorbike(pen, x, y):
    """A parked motorcycle with a document case."""
    pen.oval(x, y, 190, 12, "#1c2024", alpha=0.35, blur=5)
    for dx in (-120, 130):
        v.wheel(pen, x + dx, y - 56, 56)
    pen.line(
        [(x - 120, y - 56), (x - 20, y - 70), (x + 60, y - 70), (x + 100, y - 190)], "#3a4045", 14
    )
    pen.line([(x + 100, y - 190), (x + 130, y - 56)], "#8f999e", 12)
    pen.blob(
        [
            (x - 20, y - 130),
            (x + 50, y - 160),
            (x + 96, y - 140),
            (x + 60, y - 104),
            (x - 10, y - 106),
        ],
        "#b5382c",
    )
    pen.blob(
        [(x - 150, y - 138), (x - 20, y - 134), (x - 14, y - 116), (x - 130, y - 112)], "#2b2623"
    )
    pen.rect(x - 40, y - 106, 92, 56, "#6f787c", r=12)
    pen.rect(x - 196, y - 204, 96, 70, "#4a6f7c", r=8)
    pen.line([(x + 60, y - 206), (x + 100, y - 200), (x + 118, y - 214)], "#2b2f33", 9)
    pen.dot(x + 122, y - 170, 20, "#f3ebc9")
    pen.rect(x - 170, y - 66, 110, 12, "#9aa3a6", r=6)


@scene("2020-02", "star-e2.jpg", "P")
def night_desk(pen):
    """The station head at a desk by lamplight, a map on the wall, snow at the window."""
    pen.rect(0, 0, 1200, 1600, lin(0, 0, 1200, 1600, ["#5a4a40", "#6f5a48", "#3c332f"]))
    r.window(
        pen, 700, 180, 400, 520, ["#1a2a4a", "#34507a", "#5f7aa0"], "#8a7258", 2, view=snow_view
    )
    pen.rect(80, 160, 470, 600, "#4a382b", r=6)
    pen.rect(94, 174, 442, 572, lin(94, 174, 536, 746, ["#eadfbf", "#cdbd94"]))
    pen.blob(
        [
            (150, 300),
            (260, 220),
            (420, 250),
            (490, 400),
            (450, 600),
            (300, 690),
            (170, 600),
            (130, 440),
        ],
        "#bfc78f",
    )
    for k in range(5):
        pen.blob(
            [
                (160 + k * 60, 300 + k * 40),
                (230 + k * 50, 280 + k * 50),
                (240 + k * 40, 360 + k * 50),
                (180 + k * 40, 390 + k * 40),
            ],
            ("#d9c08a", "#a9bf86", "#cfd0a0")[k % 3],
            alpha=0.8,
        )
    pen.line(
        [(110, 420), (230, 450), (330, 420), (430, 480), (520, 470)], "#5f9ab0", 10, smooth=True
    )
    for x, y in ((220, 340), (340, 380), (300, 560), (420, 540), (200, 500)):
        pen.line([(x, y), (x, y - 22)], "#8a2f22", 4)
        pen.dot(x, y - 26, 9, "#c9382c")
    pen.poly([(560, 990), (820, 990), (1200, 1400), (180, 1400)], "#ffd98a", alpha=0.16)
    pen.glow(700, 1010, 620, "#ffd08a", 0.6)
    f.figure(
        pen,
        420,
        1610,
        1010,
        {**f.SIT, "lean": 16, "head": 14, "arms": ((40, 44), (46, 40))},
        top="#2a5560",
        bottom="#2c3036",
        hair="#55504c",
        noshadow=True,
    )
    pen.rect(-20, 1240, 1240, 46, lin(0, 1240, 0, 1286, ["#c99a62", "#9c7044"]))
    pen.rect(-20, 1286, 1240, 330, lin(0, 1286, 0, 1600, ["#6f4e32", "#48321f"]))
    desk_things(pen)


def snow_view(pen, x, y, w_, h):
    """Snow falling on dark roofs outside."""
    g.fill_below(
        pen, g.ridge(pen, y + h * 0.7, 70, x0=x, x1=x + w_, freq=2), y + h, "#2c446c", "#5f78a0"
    )
    b.house(pen, x + 60, y + h - 20, 130, 80, "#6f7890", "#dfe6f2", lit="#ffd98a")
    for px, py in pen.scatter(90, x, x + w_, y, y + h):
        pen.dot(px, py, pen.u(2, 5), "#ffffff", alpha=pen.u(0.5, 1))


def desk_things(pen):
    """The lamp, papers, files, and mug on the desk."""
    pen.line([(900, 1240), (900, 1060), (760, 960)], "#3a3f42", 14)
    pen.oval(900, 1240, 80, 16, "#3a3f42")
    pen.poly(
        [(650, 1000), (700, 900), (800, 930), (820, 1010)],
        lin(650, 0, 820, 0, ["#3f8577", "#245a50"]),
    )
    pen.glow(730, 1010, 170, "#fff1c4", 0.9)
    pen.poly([(520, 1240), (780, 1240), (750, 1206), (560, 1206)], "#fbf5e2")
    for k in range(3):
        pen.line([(580, 1214 + k * 8), (720, 1214 + k * 8)], "#c3b48c", 3)
    for i, tone in enumerate(("#a8503c", "#e0c795", "#4a6f7c", "#7a8f5a")):
        pen.rect(990 + i * 4, 1206 - i * 34, 190 - i * 10, 34, tone, r=4)
        pen.rect(1000 + i * 4, 1218 - i * 34, 60, 8, fade("#fbf5e2", 0.7))
    pen.rect(116, 1176, 62, 66, "#e9e4d4", r=8)
    pen.arc(116, 1206, 22, 22, 90, 180, "#e9e4d4", 9)
    for i in range(4):
        pen.oval(146 + (i % 2) * 10, 1150 - i * 30, 12 + i * 3, 18, "#ffffff", alpha=0.25, blur=8)
