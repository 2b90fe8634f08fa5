"""The province map and the permit flow chart."""

import numpy as np
import skia

from . import landscape as g
from .charts import GREEN, INK, PAPER, SOFT
from .finish import scene
from .lettering import label
from .palette import parse
from .pen import poly_path, smooth_path

LAND = [
    (430, 300),
    (640, 268),
    (860, 250),
    (1080, 276),
    (1270, 330),
    (1400, 420),
    (1470, 560),
    (1440, 680),
    (1490, 790),
    (1452, 860),
    (1500, 930),
    (1470, 1010),
    (1330, 1060),
    (1300, 1130),
    (1380, 1200),
    (1470, 1240),
    (1450, 1370),
    (1330, 1470),
    (1130, 1520),
    (900, 1480),
    (680, 1530),
    (430, 1480),
    (270, 1330),
    (230, 1120),
    (150, 940),
    (190, 760),
    (250, 600),
    (290, 430),
]
CITIES = {
    "石泓市": (450, 500),
    "青垣市": (770, 430),
    "长滦市": (1075, 470),
    "沧浦市": (1330, 650),
    "云峤市": (400, 880),
    "澄州市": (760, 790),
    "望津市": (1030, 800),
    "临汐市": (1370, 1330),
    "兰埠市": (1110, 1180),
    "栖川市": (790, 1250),
    "丹陂市": (440, 1250),
}
WATERS = [
    ("岚江", 1010, 966, 46),
    ("镜月湖", 606, 988, 38),
    ("澄河", 642, 600, 36),
    ("桐溪", 930, 1120, 36),
    ("织河", 990, 1400, 36),
    ("碧潭水库", 352, 730, 34),
]
SEEDS = [
    (430, 470),
    (760, 410),
    (1080, 470),
    (1370, 600),
    (350, 850),
    (720, 770),
    (1030, 810),
    (1400, 1230),
    (1130, 1200),
    (790, 1240),
    (420, 1260),
]
TINTS = [
    "#dfe3c4",
    "#ecdcbf",
    "#e9e7c2",
    "#d3e3d0",
    "#c9dfc0",
    "#f0d9b8",
    "#dbe6c8",
    "#cfe5dc",
    "#e3e3cf",
    "#d7e6bd",
    "#efe0cb",
]
RIVER = [
    (236, 742),
    (330, 812),
    (450, 800),
    (560, 812),
    (690, 858),
    (820, 838),
    (960, 880),
    (1110, 912),
    (1250, 872),
    (1380, 880),
    (1500, 868),
]


def wiggle(points, closed=True, strength=9.0, seed=11):
    """Roughen an outline: sample its smooth curve and push the samples about."""
    path = smooth_path(points, closed)
    measure = skia.PathMeasure(path, False)
    rng = np.random.default_rng(seed)
    count = int(measure.getLength() / 14)
    push = rng.normal(0, strength, (count, 2))
    push = (push + np.roll(push, 1, 0) + np.roll(push, 2, 0)) / 2
    out = []
    for i in range(count):
        spot, _ = measure.getPosTan(measure.getLength() * i / count)
        out.append((spot.x() + push[i, 0], spot.y() + push[i, 1]))
    return out


def field(size, cells, seed):
    """Return smooth noise over the picture."""
    rng = np.random.default_rng(seed)
    grid = rng.normal(0, 1, (cells + 3, cells + 3))
    t = np.linspace(0, cells, size)
    i, f = t.astype(int), t - t.astype(int)
    f = f * f * (3 - 2 * f)
    rows = grid[i] * (1 - f)[:, None] + grid[i + 1] * f[:, None]
    return rows[:, i] * (1 - f)[None, :] + rows[:, i + 1] * f[None, :]


def regions(size):
    """Assign every pixel to the nearest seat, with wandering borders."""
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float64)
    k = size / 1800
    xs = xs / k + field(size, 9, 4) * 36 + field(size, 30, 5) * 9
    ys = ys / k + field(size, 9, 6) * 36 + field(size, 30, 7) * 9
    best = np.full((size, size), 1e18)
    owner = np.zeros((size, size), np.int32)
    for n, (sx, sy) in enumerate(SEEDS):
        d = (xs - sx) ** 2 + (ys - sy) ** 2
        owner = np.where(d < best, n, owner)
        best = np.minimum(best, d)
    return owner


def region_image():
    """Colour the regions and draw pale borders between them."""
    big = 3600
    owner = regions(big)
    table = np.array([parse(t) for t in TINTS], np.float32)
    picture = table[owner]
    edge = np.zeros((big, big), bool)
    for shift in range(1, 5):
        edge[:, shift:] |= owner[:, shift:] != owner[:, :-shift]
        edge[shift:] |= owner[shift:] != owner[:-shift]
    picture[edge] = parse("#a9a58c")
    small = picture.reshape(1800, 2, 1800, 2, 4).mean((1, 3)).astype(np.uint8)
    return skia.Image.fromarray(np.ascontiguousarray(small), skia.kRGBA_8888_ColorType)


@scene("2020-03", "map-lanjiang.png", "S")
def map_lanjiang(pen):
    """A sketch map of the province."""
    pen.rect(0, 0, 1800, 1800, PAPER)
    pen.rect(60, 190, 1680, 1420, "#eef0e6", r=10)
    coast = poly_path(wiggle(LAND))
    frame_box = [(60, 190), (1740, 190), (1740, 1610), (60, 1610)]
    with pen.clip(frame_box):
        pen.rect(60, 190, 1680, 1420, "#c3dde0")
        for i, tone in enumerate(("#b4d4da", "#c9e2e3", "#d9ebe9")):
            pen.c.drawPath(coast, pen.paint(tone, width=76 - i * 24))
        land_side(pen)
    pen.c.save()
    pen.c.clipPath(coast, doAntiAlias=True)
    pen.c.drawImage(region_image(), 0, 0)
    waters(pen)
    pen.c.restore()
    pen.c.drawPath(coast, pen.paint("#7f7a5f", width=5))
    hills(pen)
    names(pen)
    furniture(pen)


def land_side(pen):
    """Repaint the neighbouring land inland, where the sea's halo spilled over."""
    north = [(1470, 130), (1430, 190), (1380, 250), (1350, 310), (1310, 360)]
    south = [(1310, 1470), (1370, 1530), (1400, 1580), (1480, 1660)]
    shore = wiggle(north, False, seed=3) + [(900, 900)] + wiggle(south, False, seed=5)
    pen.poly(shore + [(0, 1700), (0, 100)], "#eef0e6")


def waters(pen):
    """Draw the rivers, the lake, and the reservoir."""
    blue, deep = "#6fb0c4", "#3f8aa5"
    for line, k in (
        ([(700, 330), (690, 470), (740, 600), (720, 720), (800, 838)], 8),
        ([(820, 1440), (800, 1300), (850, 1140), (900, 1000), (950, 876)], 8),
        ([(960, 1480), (1010, 1330), (1080, 1230), (1130, 1080), (1170, 900)], 8),
        ([(236, 742), (280, 760), (330, 812)], 8),
    ):
        pen.line(line, blue, k, smooth=True)
    pen.line(RIVER, deep, 20, smooth=True)
    pen.line(RIVER, blue, 13, smooth=True)
    lake = [(560, 860), (600, 842), (650, 862), (664, 905), (628, 936), (580, 930), (548, 900)]
    pen.blob(lake, "#8fc9d6")
    pen.blob(lake, deep, width=4)
    pond = [(298, 756), (330, 748), (352, 770), (338, 800), (306, 790)]
    pen.blob(pond, "#8fc9d6")
    pen.blob(pond, deep, width=3)


def hills(pen):
    """Draw the Nine Folds range as nine little peaks."""
    spots = [
        (252, 850),
        (300, 880),
        (262, 930),
        (318, 950),
        (280, 1000),
        (336, 1030),
        (296, 1072),
        (352, 1100),
        (318, 1146),
    ]
    for x, y in spots:
        pen.poly(
            [
                (x - 34, y + 18),
                (x - 6, y - 34),
                (x + 10, y - 14),
                (x + 18, y - 24),
                (x + 40, y + 18),
            ],
            "#7fa27c",
        )
        pen.poly([(x - 6, y - 34), (x + 10, y - 14), (x + 4, y + 18), (x - 12, y + 18)], "#5c8468")
    for x, y in ((520, 1350), (570, 1370), (350, 1370), (540, 600), (580, 620)):
        g.crown(pen, x, y, 26, "#86ab72")


def names(pen):
    """Write the names of cities, waters, and the mountain."""
    for name, (x, y) in CITIES.items():
        capital = name == "澄州市"
        if capital:
            pen.dot(x, y, 19, "#b5452f")
            pen.dot(x, y, 12, PAPER)
            pen.dot(x, y, 7, "#b5452f")
        else:
            pen.dot(x, y, 12, INK)
            pen.dot(x, y, 6, PAPER)
        label(
            pen,
            x,
            y - 30,
            name,
            50 if capital else 44,
            "#8f2f1f" if capital else INK,
            "bold",
            "center",
            halo="#fbf8f0",
        )
    water = "#1f5f7a"
    for text, x, y, size in WATERS:
        label(pen, x, y, text, size, water, "bold", "center", halo="#fbf8f0")
    label(pen, 412, 1080, "九叠山", 42, "#2f5f45", "bold", halo="#fbf8f0")
    label(pen, 1530, 1140, "临汐湾", 42, water, "bold", "center")
    for i, char in enumerate("海"):
        label(pen, 1630, 640 + i * 80, char, 64, "#5f9aad", "bold", "center")


def furniture(pen):
    """Write the title, the compass, the scale, and the key."""
    pen.rect(60, 70, 14, 74, GREEN)
    label(pen, 98, 132, "岚江省示意图", 64, INK, "bold")
    label(pen, 1740, 132, "示意图，不作划界依据", 36, SOFT, align="right")
    pen.rect(60, 190, 1680, 1420, "#a9a58c", r=10, width=4)
    x, y = 1630, 330
    pen.poly([(x, y - 80), (x + 26, y + 20), (x, y)], INK)
    pen.poly([(x, y - 80), (x - 26, y + 20), (x, y)], SOFT)
    label(pen, x, y + 76, "北", 42, INK, "bold", "center")
    kx, ky = 80, 1706
    pen.dot(kx + 20, ky - 12, 17, "#b5452f")
    pen.dot(kx + 20, ky - 12, 10, PAPER)
    pen.dot(kx + 20, ky - 12, 6, "#b5452f")
    label(pen, kx + 54, ky, "省会", 38, INK)
    pen.dot(kx + 220, ky - 12, 12, INK)
    pen.dot(kx + 220, ky - 12, 6, PAPER)
    label(pen, kx + 250, ky, "地级市", 38, INK)
    pen.line([(kx + 440, ky - 12), (kx + 540, ky - 12)], "#3f8aa5", 14)
    label(pen, kx + 560, ky, "河流", 38, INK)
    pen.line([(kx + 720, ky - 12), (kx + 820, ky - 12)], "#a9a58c", 5)
    label(pen, kx + 840, ky, "市界", 38, INK)
    for i in range(2):
        pen.rect(1380 + i * 150, ky - 20, 150, 14, (INK, "#ffffff")[i])
        pen.rect(1380 + i * 150, ky - 20, 150, 14, INK, width=3)
    for i, text in enumerate(("0", "50", "100 km")):
        label(pen, 1380 + i * 150, ky - 34, text, 32, INK, align="center")
