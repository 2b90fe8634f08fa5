"""February issue: the winter wetland."""

from . import landscape as g
from . import plants as p
from . import sky as s
from . import water as w
from .finish import scene
from .palette import fade, shade
from .pen import lin


@scene("2020-02", "wetland-winter.jpg", "W")
def wetland_winter(pen):
    """Cranes and swans on a winter wetland in pale cold light."""
    s.sky(pen, 430, ["#b9cfe0", "#d9e0e6", "#f3dfd6", "#f9d9c0"])
    s.sun(pen, 560, 370, 42, "#fffaf0", "#ffe3c4", 8)
    crest = g.ridge(pen, 425, 26, [(0.78, 110, 0.1), (0.92, 70, 0.1), (0.1, 50, 0.1)], freq=5)
    g.mountain(pen, crest, 480, "#a9bccd", "#e3dcdc", "#8ea4ba", 130)
    for x in range(700, 2000, 40):
        p.bare(pen, x + pen.u(-14, 14), 446, pen.u(16, 30), 90, 3, "#a3a3ac", 5, 18)
    pen.rect(0, 440, 2000, 700, lin(0, 440, 0, 1125, ["#f3dfd2", "#c9d6de", "#8fadc0", "#5f87a0"]))
    w.glints(pen, 560, 446, 900, "#fffaf0", 130, 0.04)
    for i in range(11):
        y = 470 + i * i * 5.4
        x, k = pen.u(0, 2000), pen.u(200, 520) * (0.6 + i * 0.06)
        pen.blob(
            [(x - k, y), (x - k * 0.3, y - 6 - i), (x + k, y + 3), (x + k * 0.3, y + 9 + i * 1.6)],
            lin(0, y - 10, 0, y + 22, ["#ffffff", "#d5e0e8"]),
            alpha=0.92,
        )
        w.grass(
            pen, x - k * 0.5, x + k * 0.5, y + 3, 22 + i * 6, 46, ["#c9a96f", "#b08f5a", "#e0c795"]
        )
    w.ripples(pen, 480, 1125, "#ffffff", 170, 0.45)
    for x, y, k, fl, feed in (
        (980, 850, 1.5, False, False),
        (1180, 880, 1.6, True, True),
        (1330, 840, 1.35, True, False),
        (800, 800, 1.1, False, True),
        (1540, 800, 1.05, False, False),
    ):
        with pen.layer(alpha=0.3), pen.at(x, y + 4, 1, sy=-0.6):
            crane(pen, 0, 0, k, fl, feed)
        crane(pen, x, y, k, fl, feed)
    for x, y, k, fl in (
        (300, 690, 0.9, False),
        (430, 720, 1.1, False),
        (230, 770, 1.3, True),
        (1720, 660, 0.8, True),
        (1830, 690, 0.9, True),
    ):
        swan(pen, x, y, k, fl)
    s.flock(pen, 1240, 190, 420, 17, 26, "#6f7f90")
    w.reeds(pen, -30, 420, 1135, 400, 30, "#a3844f", "#f0dcb5", 0.14)
    w.reeds(pen, 1640, 2040, 1140, 460, 30, "#97794a", "#f0dcb5", -0.15)
    w.grass(pen, 0, 2000, 1132, 100, 280, ["#8f7444", "#b5945c", "#d9bf8a", "#f6efe0"])


def crane(pen, x, y, k, flip, feed):
    """A white-naped, black-tailed crane."""
    with pen.at(x, y, k, flip=flip):
        for dx, lean in ((-2, -4), (8, 5)):
            pen.line([(dx, -64), (dx + lean, -32), (dx + lean * 0.5, 0)], "#3f4248", 3)
        pen.blob(
            [(28, -92), (4, -104), (-26, -90), (-44, -70), (-20, -58), (8, -58), (24, -74)],
            "#f8f8f4",
        )
        pen.blob(
            [(-20, -88), (-46, -76), (-66, -44), (-52, -46), (-42, -36), (-34, -52), (-16, -66)],
            "#2f343c",
        )
        neck = (
            [(22, -86), (42, -98), (54, -80), (58, -50), (66, -26)]
            if feed
            else [(20, -88), (36, -104), (34, -130), (32, -152), (42, -166)]
        )
        pen.line(neck, "#3a3f47", 9, smooth=True)
        pen.line(neck[2:], "#f4f4f0", 6, smooth=True)
        hx, hy = neck[-1]
        pen.oval(hx, hy, 9, 7, "#3a3f47")
        pen.oval(hx, hy - 5, 6, 3, "#c9382c")
        pen.poly(
            [
                (hx + 6, hy - 3),
                (hx + (20 if feed else 34), hy + (20 if feed else 1)),
                (hx + 5, hy + 4),
            ],
            "#8f8a6a",
        )


def swan(pen, x, y, k, flip):
    """A swan afloat."""
    with pen.at(x, y, k, flip=flip):
        pen.oval(0, 10, 70, 6, "#ffffff", alpha=0.6)
        pen.blob(
            [(-62, -22), (-40, 6), (30, 8), (48, -10), (24, -34), (-16, -40), (-70, -40)], "#ffffff"
        )
        pen.blob(
            [(-60, -24), (-20, -10), (24, -12), (10, -30), (-20, -38)], shade("#e9eef2", -0.04)
        )
        pen.line([(38, -8), (54, -40), (40, -70), (46, -92), (58, -96)], "#ffffff", 11, smooth=True)
        pen.oval(60, -97, 11, 8, "#ffffff")
        pen.poly([(68, -101), (88, -90), (68, -91)], fade("#e0a23a", 1))
        pen.poly([(66, -101), (74, -98), (68, -91)], "#2f3338")
