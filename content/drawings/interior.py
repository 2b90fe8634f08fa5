"""Rooms and instruments: desks, screens, shelves, lamps, laboratory glass."""

import math

from .palette import fade, mix, shade
from .pen import Pen, lin


def room(pen: Pen, floor_y, wall, floor) -> None:
    """Fill a plain wall and floor with soft light from the left."""
    pen.rect(
        0,
        0,
        pen.w,
        floor_y,
        lin(0, 0, pen.w, floor_y, [shade(wall, 0.25), wall, shade(wall, -0.12)]),
    )
    pen.rect(
        0,
        floor_y,
        pen.w,
        pen.h - floor_y,
        lin(0, floor_y, 0, pen.h, [shade(floor, -0.12), shade(floor, 0.08)]),
    )
    pen.rect(0, floor_y - 12, pen.w, 12, shade(wall, -0.2))


def tiles(pen: Pen, floor_y, color, vx=0.5, rows=7, cols=16) -> None:
    """Draw floor tile joints in perspective."""
    cx = pen.w * vx
    for i in range(rows):
        y = floor_y + (pen.h - floor_y) * ((i + 1) / rows) ** 1.8
        pen.line([(0, y), (pen.w, y)], color, 1.5, alpha=0.5)
    for i in range(-cols, cols + 1):
        pen.line(
            [(cx + i * pen.w * 0.05, floor_y), (cx + i * pen.w * 0.17, pen.h)],
            color,
            1.5,
            alpha=0.5,
        )


def window(pen: Pen, x, y, w, h, sky, frame="#d9d5ca", panes=2, view=None) -> None:
    """Draw a window showing a graded sky, optionally with a scene drawn by ``view``."""
    pen.rect(x - 14, y - 14, w + 28, h + 28, shade(frame, -0.12))
    pen.rect(x, y, w, h, lin(0, y, 0, y + h, sky))
    if view:
        with pen.clip([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]):
            view(pen, x, y, w, h)
    for i in range(panes):
        px = x + w * i / panes
        pen.poly(
            [
                (px + w / panes * 0.15, y),
                (px + w / panes * 0.42, y),
                (px + w / panes * 0.18, y + h),
                (px - w / panes * 0.09 + 20, y + h),
            ],
            fade("#ffffff", 0.13),
        )
        if i:
            pen.rect(px - 6, y, 12, h, frame)
    pen.rect(x, y, w, h, frame, width=12)
    pen.rect(x - 26, y + h + 8, w + 52, 18, shade(frame, 0.15))


def table(pen: Pen, x, y, w, h, wood="#9c7450", depth=34) -> None:
    """Draw a table seen slightly from above; ``y`` is the floor."""
    pen.poly(
        [(x + depth, y - h - depth), (x + w - depth, y - h - depth), (x + w, y - h), (x, y - h)],
        lin(0, y - h - depth, 0, y - h, [shade(wood, 0.28), shade(wood, 0.1)]),
    )
    pen.rect(x, y - h, w, 16, shade(wood, -0.15))
    pen.rect(x + 20, y - h + 16, w - 40, h * 0.28, shade(wood, -0.28))
    for lx in (x + 20, x + w - 40):
        pen.rect(lx, y - h + 16, 20, h - 16, shade(wood, -0.35))


def screen(pen: Pen, x, y, w, h, tint="#12343f", kind="curve", bezel="#20272c") -> None:
    """Draw a display without writing: curves, bars, a map, or a grid of feeds."""
    pen.rect(x - 7, y - 7, w + 14, h + 14, bezel, r=6)
    pen.rect(x, y, w, h, lin(x, y, x + w, y + h, [shade(tint, 0.14), shade(tint, -0.25)]))
    with pen.clip([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]):
        CONTENT[kind](pen, x, y, w, h)
    pen.poly([(x, y), (x + w * 0.4, y), (x + w * 0.16, y + h), (x, y + h)], fade("#ffffff", 0.05))


def show_curve(pen: Pen, x, y, w, h) -> None:
    """Fill a screen with wavering lines over a grid."""
    for i in range(1, 6):
        pen.line([(x, y + h * i / 6), (x + w, y + h * i / 6)], "#8fd6d0", 1, alpha=0.18)
    for tone, base in (("#67d6b6", 0.62), ("#f0c35a", 0.45), ("#7fb6e8", 0.74)):
        pts, v = [], base
        for i in range(13):
            v = min(0.88, max(0.15, v + pen.u(-0.11, 0.1)))
            pts.append((x + w * i / 12, y + h * v))
        pen.line(pts, tone, max(2, h * 0.014), smooth=True)


def show_bars(pen: Pen, x, y, w, h) -> None:
    """Fill a screen with columns."""
    n = 11
    for i in range(n):
        t = pen.u(0.2, 0.8)
        tone = mix("#4cc0a0", "#f0b24a", t)
        pen.rect(
            x + w * (i + 0.7) / (n + 1), y + h * (0.9 - t * 0.8), w / n * 0.5, h * t * 0.8, tone
        )
    pen.line([(x + w * 0.04, y + h * 0.9), (x + w * 0.96, y + h * 0.9)], "#b9dedb", 2)


def show_map(pen: Pen, x, y, w, h) -> None:
    """Fill a screen with a glowing province map: regions, a river, stations."""
    cx, cy = x + w * 0.48, y + h * 0.5
    pts = []
    for i in range(26):
        a = i / 26 * 6.283
        r = 0.36 + 0.05 * math.sin(a * 3 + 1) + 0.04 * math.sin(a * 7) + pen.u(-0.02, 0.02)
        pts.append((cx + math.cos(a) * r * w * 0.95, cy + math.sin(a) * r * h * 1.05))
    pen.blob(pts, "#1f6f74")
    with pen.clip(pts, smooth=True):
        for _ in range(14):
            px, py = x + w * pen.u(0.1, 0.9), y + h * pen.u(0.1, 0.9)
            tone = pen.pick(("#2f9a86", "#3fae86", "#7cc07a", "#d9c25a", "#2a858c"))
            pen.blob(
                [
                    (
                        px + math.cos(k) * w * pen.u(0.05, 0.13),
                        py + math.sin(k) * h * pen.u(0.06, 0.18),
                    )
                    for k in range(6)
                ],
                tone,
                alpha=0.55,
            )
    pen.blob(pts, "#8ff0e0", width=2.5, alpha=0.8)
    river = [(x + w * t, cy + math.sin(t * 9) * h * 0.1) for t in (0.1, 0.25, 0.4, 0.55, 0.7, 0.85)]
    pen.line(river, "#9fe6ff", max(3, h * 0.012), smooth=True)
    for _ in range(22):
        px, py = cx + pen.u(-0.3, 0.3) * w, cy + pen.u(-0.3, 0.3) * h
        pen.glow(px, py, h * 0.035, "#ffe9a0", 0.8)
        pen.dot(px, py, h * 0.008, "#fff6d8")


def show_feeds(pen: Pen, x, y, w, h) -> None:
    """Fill a screen with a grid of small camera pictures."""
    for r in range(3):
        for c in range(3):
            fx, fy, fw, fh = x + w * (c + 0.06) / 3, y + h * (r + 0.06) / 3, w * 0.29, h * 0.29
            a = pen.pick(("#86b3bd", "#a8b79a", "#c0b08a", "#7c98a8"))
            pen.rect(fx, fy, fw, fh, lin(0, fy, 0, fy + fh, [shade(a, 0.25), a]))
            pen.blob(
                [
                    (fx, fy + fh),
                    (fx, fy + fh * 0.6),
                    (fx + fw * 0.35, fy + fh * pen.u(0.35, 0.6)),
                    (fx + fw * 0.7, fy + fh * 0.62),
                    (fx + fw, fy + fh * 0.5),
                    (fx + fw, fy + fh),
                ],
                shade(a, -0.4),
            )
            if pen.rng.random() < 0.5:
                pen.rect(fx + fw * 0.55, fy + fh * 0.25, fw * 0.09, fh * 0.45, shade(a, -0.55))


CONTENT = {"curve": show_curve, "bars": show_bars, "map": show_map, "feeds": show_feeds}


def monitor(pen: Pen, x, y, w, kind="curve", back=False) -> None:
    """Draw a desk monitor standing at (x, y), from the front or the back."""
    h = w * 0.6
    pen.rect(x - w * 0.05, y - h * 0.35, w * 0.1, h * 0.35, "#5a6266")
    pen.oval(x, y, w * 0.2, w * 0.035, "#4a5256")
    if back:
        pen.rect(
            x - w / 2, y - h * 1.25, w, h, lin(0, y - h * 1.25, 0, y, ["#454d52", "#2c3236"]), r=6
        )
        pen.dot(x, y - h * 0.78, w * 0.05, "#59636a")
    else:
        screen(pen, x - w / 2, y - h * 1.25, w, h, kind=kind)


def bottle(pen: Pen, x, y, h, glass="#b8d6d8", liquid="#6fb7a8", level=0.5, cap="#2f7a6a") -> None:
    """Draw a reagent bottle standing at (x, y)."""
    w = h * 0.42
    body = [
        (x - w / 2, y),
        (x - w / 2, y - h * 0.62),
        (x - w * 0.2, y - h * 0.8),
        (x - w * 0.2, y - h),
        (x + w * 0.2, y - h),
        (x + w * 0.2, y - h * 0.8),
        (x + w / 2, y - h * 0.62),
        (x + w / 2, y),
    ]
    pen.poly(body, glass, alpha=0.65)
    pen.rect(x - w / 2 + 2, y - h * 0.6 * level, w - 4, h * 0.6 * level - 1, liquid, alpha=0.85)
    pen.rect(x - w * 0.26, y - h * 1.1, w * 0.52, h * 0.14, cap, r=2)
    pen.rect(x - w * 0.36, y - h * 0.55, w * 0.1, h * 0.45, "#ffffff", alpha=0.5)


def flask(pen: Pen, x, y, h, liquid="#d98a5a", glass="#cfe3e4") -> None:
    """Draw a conical flask."""
    w = h * 0.72
    pen.poly(
        [
            (x - w * 0.12, y - h),
            (x + w * 0.12, y - h),
            (x + w * 0.12, y - h * 0.66),
            (x + w / 2, y),
            (x - w / 2, y),
            (x - w * 0.12, y - h * 0.66),
        ],
        glass,
        alpha=0.6,
    )
    pen.poly(
        [
            (x - w * 0.3, y - h * 0.34),
            (x + w * 0.3, y - h * 0.34),
            (x + w * 0.48, y - 2),
            (x - w * 0.48, y - 2),
        ],
        liquid,
        alpha=0.9,
    )
    pen.line(
        [(x - w * 0.08, y - h * 0.62), (x - w * 0.36, y - h * 0.1)], "#ffffff", h * 0.025, alpha=0.6
    )
    pen.rect(x - w * 0.16, y - h * 1.03, w * 0.32, h * 0.05, shade(glass, -0.2), r=2)


def rackvials(pen: Pen, x, y, n, s, tones) -> None:
    """Draw a rack of sample tubes."""
    for i in range(n):
        vx = x + i * s * 1.35
        pen.rect(vx, y - s * 4, s, s * 3.8, "#dcecec", r=s * 0.45, alpha=0.8)
        lv = pen.u(1.4, 2.6) * s
        pen.rect(vx + 1, y - s * 0.4 - lv, s - 2, lv, pen.pick(tones), r=s * 0.4)
        pen.rect(
            vx - 1, y - s * 4.4, s + 2, s * 0.7, pen.pick(("#2f7a6a", "#d9a441", "#3c6a8c")), r=2
        )
    pen.rect(x - s * 0.6, y - s * 1.9, n * s * 1.35 + s * 0.8, s * 0.5, "#7a868a")
    pen.rect(x - s * 0.6, y - s * 0.4, n * s * 1.35 + s * 0.8, s * 0.5, "#667277")


def instrument(pen: Pen, x, y, w, h, body="#e8e9e4", accent="#2f7a8a") -> None:
    """Draw a bench analyser with a small display, door, and vents."""
    pen.rect(
        x, y - h, w, h, lin(x, 0, x + w, 0, [shade(body, 0.2), body, shade(body, -0.14)]), r=10
    )
    pen.rect(x, y - h * 0.2, w, h * 0.2, shade(body, -0.12), r=8)
    pen.rect(x, y - h, w, h * 0.1, accent, r=8)
    screen(pen, x + w * 0.07, y - h * 0.8, w * 0.36, h * 0.34, kind="curve")
    pen.rect(x + w * 0.54, y - h * 0.82, w * 0.38, h * 0.56, shade(body, -0.22), r=8)
    pen.rect(x + w * 0.57, y - h * 0.78, w * 0.32, h * 0.48, "#3f5560", r=6)
    pen.rect(x + w * 0.6, y - h * 0.75, w * 0.06, h * 0.4, "#8fb2bf", alpha=0.6)
    for i in range(4):
        pen.dot(
            x + w * (0.1 + 0.09 * i),
            y - h * 0.34,
            w * 0.022,
            ("#58b38a", "#d9a441", "#c7cfd0", "#c7cfd0")[i],
        )


def lamp(pen: Pen, x, y, w, tone="#fff3cf", reach=260) -> None:
    """Draw a hanging strip lamp with its spill of light."""
    pen.poly(
        [(x - w / 2, y), (x + w / 2, y), (x + w * 0.9, y + reach), (x - w * 0.9, y + reach)],
        lin(0, y, 0, y + reach, [fade(tone, 0.28), fade(tone, 0)]),
    )
    pen.rect(x - w / 2, y - 8, w, 10, tone, r=4)
    pen.rect(x - w / 2, y - 14, w, 7, "#8a9296", r=3)


def potted(pen: Pen, x, y, h, tone="#4d8a5a", pot="#b5653f") -> None:
    """Draw a leafy pot plant."""
    for i in range(11):
        a = math.radians(-160 + i * 14)
        ln = h * pen.u(0.5, 0.75)
        ex, ey = x + math.cos(a) * ln * 0.7, y - h * 0.3 + math.sin(a) * ln
        mx, my = x + math.cos(a) * ln * 0.3, y - h * 0.3 + math.sin(a) * ln * 0.6
        pen.blob(
            [(x, y - h * 0.28), (mx - h * 0.06, my), (ex, ey), (mx + h * 0.06, my)],
            shade(tone, pen.u(-0.2, 0.2)),
        )
    pen.poly(
        [
            (x - h * 0.17, y - h * 0.32),
            (x + h * 0.17, y - h * 0.32),
            (x + h * 0.12, y),
            (x - h * 0.12, y),
        ],
        lin(x - h * 0.17, 0, x + h * 0.17, 0, [shade(pot, 0.15), shade(pot, -0.2)]),
    )
