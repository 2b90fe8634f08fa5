"""March issue: a workshop back at work."""

from . import figures as f
from . import interior as r
from .finish import scene
from .palette import fade, shade
from .pen import lin


@scene("2020-03", "restart.jpg")
def restart(pen):
    """A workshop back at work: machines in line, sunlight through high windows."""
    pen.rect(0, 0, 1800, 760, lin(0, 0, 0, 760, ["#3f6a74", "#6f9a9a", "#c3cfbc"]))
    for i in range(8):
        x = 60 + i * 225
        pen.rect(x, 170, 150, 190, lin(0, 170, 0, 360, ["#fff6d8", "#fbe3ae"]))
        pen.line([(x + 75, 170), (x + 75, 360)], "#5c7f86", 7)
        pen.line([(x, 265), (x + 150, 265)], "#5c7f86", 7)
        pen.poly([(x, 360), (x + 150, 360), (x - 60, 1200), (x - 330, 1200)], fade("#fff2c6", 0.09))
    for i in range(9):
        x = i * 225 - 30
        pen.rect(x, 60, 26, 720, lin(x, 0, x + 26, 0, ["#86a8a6", "#4a737c"]))
        pen.line([(x, 150), (x + 112, 40), (x + 225, 150)], "#35606b", 8)
    pen.rect(0, 136, 1800, 22, "#35606b")
    pen.rect(520, 158, 330, 62, "#e5a233", r=6)
    pen.rect(660, 220, 18, 120, "#3a4347")
    pen.arc(669, 356, 20, 20, -60, 260, "#3a4347", 9)
    pen.rect(0, 760, 1800, 440, lin(0, 760, 0, 1200, ["#8fa79a", "#b8c3ac", "#9fb09c"]))
    pen.poly([(0, 900), (1800, 830), (1800, 846), (0, 922)], "#e7c350")
    pen.poly([(0, 1170), (1800, 960), (1800, 984), (0, 1200)], "#e7c350")
    for i in range(4):
        machine(pen, 110 + i * 440, 850 + (i % 2) * 6, 1.0, ("#3f8577", "#4a7f95")[i % 2])
    look = {"mask": True, "hat": "hardhat", "top": "#3f6f8c", "bottom": "#2f4560"}
    f.figure(pen, 330, 1075, 420, f.REACH, **look)
    f.figure(
        pen,
        800,
        1045,
        400,
        f.WRITE,
        **{**look, "hatcolor": "#e8e6da", "female": True, "style": "bob"},
    )
    f.figure(pen, 1210, 1020, 390, f.REACH, flip=True, **look)
    belt(pen)
    f.figure(
        pen,
        1560,
        1150,
        480,
        f.HOLD,
        flip=True,
        **{**look, "hatcolor": "#d9503a", "vest": "#f0a03a"},
    )
    pen.glow(1500, 120, 800, "#fff0c0", 0.35)


def machine(pen, x, y, k, tone):
    """A machining centre with a window and a control arm."""
    pen.oval(x + 150, y + 4, 190, 12, "#1a2427", alpha=0.35, blur=6)
    pen.rect(
        x,
        y - 300 * k,
        300,
        300,
        lin(x, 0, x + 300, 0, [shade(tone, 0.3), tone, shade(tone, -0.2)]),
        r=8,
    )
    pen.rect(x, y - 300, 300, 34, "#e9e6d8", r=8)
    pen.rect(x + 24, y - 244, 170, 150, "#22363c", r=8)
    pen.rect(
        x + 32, y - 236, 154, 134, lin(x, y - 236, x + 154, y - 100, ["#a9d0d0", "#39606a"]), r=5
    )
    pen.line([(x + 110, y - 236), (x + 110, y - 170)], "#c7cfcc", 16)
    pen.glow(x + 110, y - 160, 60, "#ffd27a", 0.8)
    pen.rect(x + 214, y - 240, 66, 110, "#e9e6d8", r=6)
    r.screen(pen, x + 222, y - 230, 50, 40)
    for j in range(6):
        pen.dot(
            x + 230 + (j % 3) * 17,
            y - 168 + (j // 3) * 18,
            5,
            ("#58b38a", "#d9503a", "#e5a233")[j % 3],
        )
    pen.rect(x + 10, y - 60, 280, 10, shade(tone, -0.3))
    pen.rect(x + 268, y - 350, 10, 52, "#e9e6d8")
    pen.rect(x + 264, y - 366, 18, 20, "#5fc98a", r=5)
    pen.glow(x + 273, y - 356, 34, "#8ff0b0", 0.7)


def belt(pen):
    """A roller line carrying castings across the foreground."""
    pen.poly([(0, 1120), (1800, 900), (1800, 930), (0, 1160)], "#586a70")
    for i in range(30):
        x = i * 62
        pen.oval(x, 1124 - x * 0.1222, 22, 8, "#c3cdca")
    for i in range(6):
        x = 60 + i * 300
        y = 1112 - x * 0.1222
        if i in (1, 4):
            continue
        pen.rect(x, y - 62, 108, 62, lin(x, 0, x + 108, 0, ["#d7a765", "#b07a3f"]), r=4)
        pen.poly([(x, y - 62), (x + 24, y - 82), (x + 132, y - 82), (x + 108, y - 62)], "#e6c187")
        pen.poly([(x + 108, y - 62), (x + 132, y - 82), (x + 132, y - 20), (x + 108, y)], "#8e6230")
    for x in range(60, 1800, 330):
        y = 1160 - x * 0.128
        pen.rect(x, y, 22, 120, "#43545a")
