"""Things that move: boats, lorries, vans, bicycles, drones, diggers."""

import math

from .palette import fade, shade
from .pen import Pen, lin


def wheel(pen: Pen, x, y, r, hub="#9aa3a8") -> None:
    """Draw a tyre with its hub; (x, y) is the axle."""
    pen.dot(x, y, r, "#23272b")
    pen.dot(x, y, r * 0.62, hub)
    pen.dot(x, y, r * 0.5, shade(hub, -0.35))
    for i in range(6):
        a = i * math.pi / 3
        pen.dot(x + math.cos(a) * r * 0.36, y + math.sin(a) * r * 0.36, r * 0.07, hub)
    pen.dot(x, y, r * 0.16, hub)


def truck(pen: Pen, x, y, s, cab="#2f6f8f", box="#8d5b3f", flip=False, load=None) -> None:
    """Draw a heavy lorry about 560 units long facing right; (x, y) is the rear at ground."""
    with pen.at(x, y, s, flip=flip):
        pen.oval(270, 2, 300, 12, "#10151a", alpha=0.3, blur=6)
        pen.rect(0, -62, 545, 20, "#31363b", r=4)
        pen.rect(
            0, -190, 390, 132, lin(0, -190, 0, -58, [shade(box, 0.15), shade(box, -0.15)]), r=4
        )
        for i in range(14):
            pen.rect(14 + i * 27, -184, 7, 120, shade(box, -0.2), alpha=0.8)
        pen.rect(-4, -194, 398, 12, shade(box, -0.25), r=3)
        if load:
            pen.blob(
                [(4, -190), (60, -216), (150, -204), (230, -226), (330, -208), (388, -190)], load
            )
        cabpts = [
            (410, -50),
            (410, -232),
            (425, -246),
            (500, -246),
            (522, -232),
            (545, -140),
            (548, -50),
        ]
        pen.poly(cabpts, lin(410, 0, 550, 0, [shade(cab, -0.12), cab, shade(cab, 0.12)]))
        pen.poly([(446, -150), (446, -222), (505, -222), (527, -150)], "#a9cbd6")
        pen.poly([(446, -222), (478, -222), (456, -150), (446, -150)], "#d7e9ee")
        pen.rect(442, -140, 62, 84, shade(cab, -0.08), r=5, width=2.5)
        pen.rect(448, -118, 20, 6, "#20262b", r=3)
        pen.rect(516, -96, 32, 18, "#f6e7b4", r=5)
        pen.rect(410, -262, 70, 18, shade(cab, -0.2), r=8)
        pen.rect(400, -238, 8, 168, "#596168", r=3)
        pen.rect(526, -60, 28, 16, "#30353a", r=4)
        pen.rect(150, -52, 90, 26, "#70787d", r=8)
        for wx in (60, 122, 320, 480):
            pen.arc(wx, -34, 40, 40, 180, 180, "#1d2125")
            wheel(pen, wx, -30, 31)


def van(pen: Pen, x, y, s, body="#f2f4f2", band="#2f8f6b", flip=False, beacon=None) -> None:
    """Draw a box van about 420 units long facing right."""
    with pen.at(x, y, s, flip=flip):
        pen.oval(205, 2, 230, 10, "#10151a", alpha=0.28, blur=6)
        shape = [
            (0, -36),
            (0, -196),
            (14, -208),
            (278, -208),
            (300, -200),
            (352, -122),
            (408, -106),
            (420, -90),
            (420, -36),
        ]
        pen.poly(shape, lin(0, -208, 0, -36, [shade(body, 0.2), shade(body, -0.14)]))
        pen.rect(0, -104, 420, 16, band)
        pen.rect(0, -84, 420, 5, band, alpha=0.7)
        pen.poly([(246, -122), (246, -186), (292, -186), (336, -122)], "#5d7f8d")
        pen.poly([(246, -186), (274, -186), (256, -122), (246, -122)], "#a9c5ce")
        pen.line([(236, -200), (236, -44)], shade(body, -0.3), 2.5)
        pen.line([(120, -200), (120, -44)], shade(body, -0.3), 2.5)
        pen.rect(100, -126, 14, 5, "#4b5257", r=2)
        pen.rect(398, -98, 20, 16, "#f7e9b8", r=5)
        pen.rect(0, -92, 8, 26, "#b23a31", r=2)
        pen.rect(0, -44, 424, 12, "#343a3f", r=4)
        if beacon:
            pen.rect(250, -222, 44, 14, beacon, r=5)
            pen.glow(272, -216, 60, beacon, 0.6)
        for wx in (82, 340):
            pen.arc(wx, -34, 42, 42, 180, 180, "#22262a")
            wheel(pen, wx, -30, 30)


def patrol_boat(pen: Pen, x, y, s, hull="#f0f2ee", trim="#1f5f6b", flip=False) -> None:
    """Draw a river patrol boat about 420 units long facing right, water line at ``y``."""
    with pen.at(x, y, s, flip=flip):
        pen.blob(
            [
                (-205, 4),
                (-208, -38),
                (-100, -44),
                (60, -48),
                (170, -62),
                (222, -80),
                (196, -34),
                (150, 6),
            ],
            lin(0, -70, 0, 6, [hull, shade(hull, -0.22)]),
        )
        with pen.clip([(-210, -20), (215, -30), (215, 10), (-210, 10)]):
            pen.blob([(-205, 4), (-208, -38), (60, -48), (222, -80), (196, -34), (150, 6)], trim)
        pen.line([(-206, -40), (60, -50), (218, -80)], shade(trim, 0.1), 5, smooth=True)
        pen.poly([(-120, -46), (-112, -112), (60, -112), (96, -54)], "#f7f6f0")
        pen.poly([(60, -112), (96, -54), (70, -52), (40, -112)], "#d9dfdd")
        for wx in (-98, -48, 2):
            pen.rect(wx, -100, 40, 26, "#4f7683", r=3)
            pen.poly([(wx + 2, -98), (wx + 16, -98), (wx + 8, -76), (wx + 2, -76)], "#9fc0c9")
        pen.poly([(52, -100), (66, -100), (84, -74), (52, -74)], "#4f7683")
        pen.rect(-130, -120, 204, 10, shade(trim, -0.1), r=4)
        pen.line([(-60, -120), (-60, -182)], "#6a757a", 4)
        pen.line([(-78, -160), (-42, -160)], "#6a757a", 3)
        pen.oval(-60, -184, 16, 4, "#dfe4e2")
        pen.poly([(-190, -92), (-190, -44), (-186, -44), (-186, -92)], "#6a757a")
        pen.blob(
            [(-190, -92), (-214, -88), (-238, -92), (-238, -72), (-212, -68), (-190, -72)],
            "#b8473a",
        )
        for i in range(7):
            px = 100 + i * 17
            pen.line([(px, -54 - i * 3.6), (px, -78 - i * 3.6)], "#8a9498", 2)
        pen.line([(100, -78), (204, -100)], "#8a9498", 2.4)
        for px in (-170, -150):
            pen.line([(px, -42), (px, -68)], "#8a9498", 2)
        pen.oval(-150, -58, 11, 11, "#d8652f", width=5)


def sampan(pen: Pen, x, y, s, wood="#6d4a33", awning=None, flip=False) -> None:
    """Draw a small wooden boat about 240 units long, water line at ``y``."""
    with pen.at(x, y, s, flip=flip):
        pen.blob(
            [(-122, -30), (-70, -12), (0, -8), (70, -12), (126, -34), (92, 6), (0, 12), (-88, 8)],
            lin(0, -30, 0, 12, [shade(wood, 0.14), shade(wood, -0.3)]),
        )
        pen.line(
            [(-122, -30), (-70, -13), (0, -9), (70, -13), (126, -34)],
            shade(wood, 0.3),
            3,
            smooth=True,
        )
        if awning:
            pen.blob([(-46, -10), (-44, -38), (0, -52), (44, -38), (46, -10)], awning)
            for k in range(-3, 4):
                pen.line([(k * 12, -50 + abs(k) * 3), (k * 13, -12)], shade(awning, -0.3), 1.6)


def trawler(pen: Pen, x, y, s, hull="#2f6a8a", cabin="#f0ece0", flip=False) -> None:
    """Draw a fishing boat about 300 units long facing right."""
    with pen.at(x, y, s, flip=flip):
        pen.blob(
            [
                (-150, -50),
                (-60, -34),
                (40, -38),
                (120, -60),
                (170, -92),
                (140, -20),
                (110, 10),
                (-126, 10),
            ],
            lin(0, -90, 0, 10, [shade(hull, 0.16), shade(hull, -0.2)]),
        )
        pen.line(
            [(-150, -50), (-60, -35), (40, -39), (120, -61), (168, -92)], "#e8e0cc", 5, smooth=True
        )
        pen.poly([(-130, 0), (128, 0), (112, 12), (-124, 12)], "#a8452f")
        pen.rect(-112, -108, 86, 68, lin(0, -108, 0, -40, [cabin, shade(cabin, -0.15)]), r=3)
        for wx in (-102, -76, -50):
            pen.rect(wx, -96, 18, 20, "#4e6a75", r=2)
        pen.rect(-120, -118, 102, 11, "#b5523c", r=3)
        pen.line([(-40, -118), (-40, -220)], "#5a4a3c", 5)
        pen.line([(60, -44), (60, -190)], "#5a4a3c", 5)
        for a, b in (
            ((-40, -216), (158, -88)),
            ((60, -186), (-40, -130)),
            ((60, -186), (160, -88)),
            ((-40, -216), (-146, -52)),
        ):
            pen.line([a, b], "#5a4a3c", 1.6)
        for i in range(5):
            t = i / 5
            fx, fy = -40 + 190 * (t + 0.08), -214 + 122 * (t + 0.08)
            pen.poly(
                [(fx, fy), (fx + 16, fy + 10), (fx + 2, fy + 20)],
                ("#c94f3d", "#e0b04a", "#3f8f7d")[i % 3],
            )
        pen.oval(10, -44, 36, 12, "#6f9a86")


def barge(pen: Pen, x, y, s, hull="#3a4a55", cargo="#8a7a66", flip=False) -> None:
    """Draw a long river freighter about 620 units facing right."""
    with pen.at(x, y, s, flip=flip):
        pen.poly(
            [(-310, -44), (290, -44), (330, -60), (300, 6), (-296, 6)],
            lin(0, -60, 0, 6, [shade(hull, 0.12), shade(hull, -0.2)]),
        )
        pen.poly([(-304, -12), (306, -12), (300, 6), (-296, 6)], "#7e3b30")
        for i in range(4):
            bx = -180 + i * 105
            pen.blob(
                [(bx, -44), (bx + 20, -74), (bx + 50, -84), (bx + 80, -72), (bx + 98, -44)],
                shade(cargo, pen.u(-0.1, 0.1)),
            )
        pen.rect(-200, -56, 430, 14, shade(hull, 0.2))
        pen.rect(-300, -122, 78, 80, "#eeeae0", r=3)
        pen.rect(-306, -134, 92, 13, "#2f7a6a", r=3)
        for wx in (-292, -266, -242):
            pen.rect(wx, -112, 18, 20, "#4b6570")
        pen.line([(-262, -134), (-262, -186)], "#444c52", 4)
        pen.line([(296, -56), (296, -104)], "#444c52", 4)


def cargo_ship(pen: Pen, x, y, s, hull="#233f55", flip=False) -> None:
    """Draw a container ship about 900 units long facing right."""
    tones = ("#b5523c", "#2f7a6a", "#d9a441", "#3c6a8c", "#8f9aa0", "#c77b4a")
    with pen.at(x, y, s, flip=flip):
        for i in range(11):
            for k in range(pen.rng.randrange(2, 5)):
                tone = pen.pick(tones)
                pen.rect(-250 + i * 56, -112 - 30 * k, 53, 28, tone)
                for r in range(5):
                    pen.rect(-244 + i * 56 + r * 10, -109 - 30 * k, 3, 22, shade(tone, -0.18))
        pen.poly(
            [(-450, -88), (400, -88), (470, -120), (420, 8), (-430, 8)],
            lin(0, -120, 0, 8, [shade(hull, 0.12), shade(hull, -0.15)]),
        )
        pen.poly([(-444, -18), (428, -18), (420, 8), (-430, 8)], "#9a4033")
        pen.rect(-410, -250, 110, 164, "#efece4")
        pen.rect(-425, -262, 140, 22, "#e3e0d8")
        for r in range(5):
            for q in range(5):
                pen.rect(-402 + q * 20, -228 + r * 26, 12, 12, "#516d79")
        pen.rect(-385, -310, 44, 52, "#2f7a6a")
        pen.line([(-330, -262), (-330, -330)], "#50585d", 5)


def bicycle(pen: Pen, x, y, s, color="#2f7a6a", flip=False) -> None:
    """Draw a bicycle about 180 units long, wheels on the ground at ``y``."""
    with pen.at(x, y, s, flip=flip):
        for wx in (-56, 56):
            pen.dot(wx, -34, 33, "#2b2f33", width=4)
            pen.dot(wx, -34, 30, "#aab2b5", width=1)
            for i in range(10):
                a = i * math.pi / 5
                pen.line(
                    [(wx, -34), (wx + 30 * math.cos(a), -34 + 30 * math.sin(a))], "#9aa2a6", 0.8
                )
        frame = [(-56, -34), (-20, -74), (34, -78), (-4, -32), (-56, -34)]
        pen.line(frame, color, 4.5)
        pen.line([(-4, -32), (-24, -84)], color, 4.5)
        pen.line([(56, -34), (32, -92)], color, 4.5)
        pen.line([(32, -92), (24, -98), (38, -104), (46, -98)], "#3a3f43", 4, smooth=True)
        pen.blob([(-40, -86), (-8, -86), (-14, -80), (-36, -80)], "#33291f")
        pen.dot(-4, -32, 9, "#4a5054", width=3)
        pen.arc(-56, -34, 38, 38, 190, 110, shade(color, -0.2), 4)
        pen.arc(56, -34, 38, 38, 230, 90, shade(color, -0.2), 4)


def drone(pen: Pen, x, y, s, color="#e6e9ea") -> None:
    """Draw a four-rotor drone seen from the front."""
    with pen.at(x, y, s):
        for dx, dy in ((-62, -16), (62, -16), (-44, -26), (44, -26)):
            pen.line([(0, -6), (dx, dy)], shade(color, -0.35), 6)
            pen.rect(dx - 4, dy - 12, 8, 14, "#4d5559", r=2)
            pen.oval(dx, dy - 13, 34, 3.6, fade("#596267", 0.55))
        pen.blob(
            [(-30, -10), (-18, -22), (18, -22), (30, -10), (20, 6), (-20, 6)],
            lin(0, -22, 0, 6, [color, shade(color, -0.25)]),
        )
        pen.line([(-22, 4), (-30, 26)], "#4d5559", 4)
        pen.line([(22, 4), (30, 26)], "#4d5559", 4)
        pen.dot(0, 12, 10, "#2b3034")
        pen.dot(0, 12, 5, "#6a97ab")
        pen.dot(-18, -10, 2.6, "#d8492f")
        pen.dot(18, -10, 2.6, "#5cc47a")
