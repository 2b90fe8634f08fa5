"""March issue: the ceramic kiln converted to gas."""

from . import buildings as b
from . import figures as f
from . import vehicles as v
from .finish import scene
from .palette import fade, mix, shade
from .pen import lin


@scene("2020-03", "kiln.jpg")
def kiln(pen):
    """A ceramic tunnel kiln converted to gas: glowing mouth, ware cars, yellow gas lines."""
    pen.rect(0, 0, 1800, 860, lin(0, 0, 1800, 860, ["#5a4a48", "#7a5f52", "#4c4448"]))
    for i in range(7):
        x = 70 + i * 270
        pen.line([(x - 135, 190), (x, 60), (x + 135, 190)], "#3c3436", 12)
        pen.line([(x, 60), (x, 190)], "#3c3436", 7)
    pen.rect(0, 180, 1800, 20, "#3c3436")
    for x in (120, 1500):
        pen.poly(
            [(x, 220), (x + 180, 220), (x + 180, 430), (x, 430)],
            lin(0, 220, 0, 430, ["#cfe0dc", "#f4e4c0"]),
        )
        pen.line([(x + 90, 220), (x + 90, 430)], "#3c3436", 8)
        pen.line([(x, 325), (x + 180, 325)], "#3c3436", 8)
    pen.rect(0, 856, 1800, 344, lin(0, 856, 0, 1200, ["#7a6253", "#54453f"]))
    pen.rect(620, 380, 1240, 490, lin(620, 0, 1800, 0, ["#c9875a", "#a86b4a", "#7d5140"]), r=10)
    for r_ in range(12):
        for c in range(16):
            x = 640 + c * 78 + (r_ % 2) * 39
            pen.rect(x, 400 + r_ * 38, 72, 32, shade("#b8774f", pen.u(-0.14, 0.12)), r=3)
    for i in range(5):
        pen.rect(
            860 + i * 200,
            360,
            22,
            516,
            lin(860 + i * 200, 0, 882 + i * 200, 0, ["#7c868a", "#454f54"]),
        )
    gas_lines(pen)
    pen.glow(770, 690, 560, "#ff8a34", 0.75)
    pen.blob(
        [(640, 872), (640, 600), (700, 500), (780, 500), (846, 600), (846, 872)],
        lin(0, 500, 0, 870, ["#fff3c4", "#ffc862", "#f5822c"]),
    )
    pen.poly(
        [(640, 872), (846, 872), (980, 1200), (120, 1200)],
        lin(0, 872, 0, 1200, ["#ffae5c88", "#ffae5c00"]),
    )
    for x in (380, 560):
        pen.line([(x + 180, 872), (x - 260, 1200)], "#9aa0a0", 10)
    for i in range(2):
        car(pen, 330 - i * 330, 1010 + i * 70, 1 + i * 0.18)
    f.figure(
        pen, 1080, 1130, 480, f.POINT, flip=True, top="#3f6a7c", bottom="#2f3a44", hat="hardhat"
    )
    f.figure(
        pen,
        1290,
        1140,
        470,
        f.HOLD,
        flip=True,
        top="#c9b58a",
        bottom="#463c3a",
        hat="hardhat",
        hatcolor="#f4f3ea",
        female=True,
        style="pony",
    )
    panel(pen, 1510, 1110)


def gas_lines(pen):
    """Yellow gas pipes with burners along the kiln."""
    b.pipe(pen, [(1800, 300), (600, 300), (600, 560)], "#edb92e", 30)
    for i in range(5):
        x = 930 + i * 200
        b.pipe(pen, [(x, 310), (x, 560)], "#edb92e", 18)
        pen.rect(x - 26, 556, 52, 46, "#56636a", r=6)
        pen.dot(x, 580, 12, "#7fd0ff")
        pen.glow(x, 580, 54, "#6fc4ff", 0.8)
        pen.dot(x, 440, 20, "#c4432f")
        pen.dot(x, 440, 12, "#f3ead2")


def car(pen, x, y, k):
    """A kiln car stacked with glazed vessels."""
    with pen.at(x, y, k):
        pen.rect(-130, -24, 260, 26, "#4a4444")
        for dx in (-90, 90):
            v.wheel(pen, dx, 4, 20)
        for level in range(3):
            ly = -26 - level * 96
            pen.rect(-124, ly - 92, 10, 92, "#8d7a6c")
            pen.rect(114, ly - 92, 10, 92, "#8d7a6c")
            pen.rect(-130, ly - 96, 260, 8, "#a8907c")
            for i in range(4):
                vase(pen, -88 + i * 58, ly, pen.pick(("#7fb5ae", "#e8e4d4", "#5d8fb0", "#c9d8c4")))


def vase(pen, x, y, tone):
    """A small glazed vase."""
    pen.blob(
        [
            (x - 12, y),
            (x - 23, y - 30),
            (x - 9, y - 58),
            (x - 12, y - 74),
            (x + 12, y - 74),
            (x + 9, y - 58),
            (x + 23, y - 30),
            (x + 12, y),
        ],
        lin(x - 22, 0, x + 22, 0, [shade(tone, 0.35), tone, shade(tone, -0.35)]),
    )


def panel(pen, x, y):
    """A control cabinet with a display."""
    pen.rect(x, y - 330, 200, 330, lin(x, 0, x + 200, 0, ["#d5d8d0", "#9aa5a6"]), r=8)
    pen.rect(x + 24, y - 300, 152, 96, "#12323a", r=5)
    pen.line(
        [(x + 34, y - 230), (x + 70, y - 262), (x + 110, y - 244), (x + 164, y - 282)], "#ffb45c", 4
    )
    for i in range(6):
        pen.dot(
            x + 46 + (i % 3) * 54, y - 166 + (i // 3) * 50, 14, mix("#58b38a", "#e0a32e", i / 5)
        )
    pen.rect(x + 10, y - 70, 180, 4, fade("#39444a", 0.6))
