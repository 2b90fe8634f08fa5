"""Buildings: village houses, towers, works, chimneys, tanks, bridges, cranes."""

import math

from .palette import fade, mix, shade
from .pen import Pen, lin


def house(pen: Pen, x, y, w, h, wall="#efe7d8", roof="#4d5257", side=0.32, lit=None) -> None:
    """Draw a white-walled, tile-roofed house with a shaded gable end on the right."""
    sw, rh = w * side, h * 0.52
    pen.rect(x, y - h, w, h, lin(x, 0, x + w, 0, [shade(wall, 0.1), wall]))
    gable = [
        (x + w, y),
        (x + w, y - h),
        (x + w + sw / 2, y - h - rh * 0.9),
        (x + w + sw, y - h),
        (x + w + sw, y),
    ]
    pen.poly(gable, shade(wall, -0.2))
    eave = w * 0.05
    top = [
        (x - eave, y - h + eave * 0.5),
        (x + w * 0.06, y - h - rh),
        (x + w + sw * 0.5, y - h - rh),
        (x + w + eave, y - h + eave * 0.5),
    ]
    pen.poly(top, lin(0, y - h - rh, 0, y - h, [shade(roof, 0.1), shade(roof, -0.15)]))
    n = max(6, int(w / 9))
    for i in range(n):
        t = i / n
        pen.line(
            [
                (x + w * 0.06 + (w * 0.94 + sw * 0.5) * t, y - h - rh),
                (x - eave + (w + 2 * eave) * t, y - h + eave * 0.5),
            ],
            shade(roof, -0.35),
            1,
            alpha=0.6,
        )
    pen.line([top[1], top[2]], shade(roof, -0.45), max(2, h * 0.05))
    pen.line([top[2], (x + w + sw + eave * 0.4, y - h + eave * 0.4)], shade(roof, -0.3), h * 0.05)
    pane = lit or "#55606a"
    for t in (0.16, 0.68):
        pen.rect(x + w * t, y - h * 0.72, w * 0.17, h * 0.3, "#7c5a41")
        pen.rect(x + w * t + 2, y - h * 0.72 + 2, w * 0.17 - 4, h * 0.3 - 4, pane)
    pen.rect(x + w * 0.43, y - h * 0.62, w * 0.15, h * 0.62, "#6d4c37")
    pen.rect(x, y - h * 0.1, w, h * 0.1, fade("#6d7568", 0.5))


def hui(pen: Pen, x, y, w, h, steps=3, wall="#f1ece2", roof="#3f464b") -> None:
    """Draw a house end with a stepped horse-head gable wall."""
    pen.rect(x, y - h, w, h, lin(0, y - h, 0, y, [wall, shade(wall, -0.12)]))
    for i in range(steps):
        sw, sx = w * (1 - i * 0.3), x + w * i * 0.15
        top = y - h - h * 0.17 * (i + 1)
        pen.rect(sx, top, sw, h * 0.18, wall)
        pen.blob(
            [
                (sx - w * 0.05, top),
                (sx, top - h * 0.055),
                (sx + sw, top - h * 0.055),
                (sx + sw + w * 0.05, top),
                (sx + sw, top + h * 0.03),
                (sx, top + h * 0.03),
            ],
            roof,
        )
    pen.rect(x + w * 0.4, y - h * 0.75, w * 0.18, h * 0.18, shade(roof, 0.05))
    pen.rect(x + w * 0.34, y - h * 0.5, w * 0.3, h * 0.5, "#5c4637")


def tower(pen: Pen, x, y, w, h, color, pane, rows=None, lit=0.0, glow="#ffd98a", cap=0) -> None:
    """Draw a high building with windows, a shaded side, and an optional crown."""
    side = w * 0.26
    pen.rect(x, y - h, w, h, lin(0, y - h, 0, y, [color, mix(color, pane, 0.12)]))
    pen.poly(
        [(x + w, y - h), (x + w + side, y - h + side * 0.5), (x + w + side, y), (x + w, y)],
        shade(color, -0.18),
    )
    if cap == 1:
        pen.rect(x + w * 0.2, y - h - w * 0.25, w * 0.5, w * 0.26, shade(color, -0.06))
    elif cap == 2:
        pen.poly([(x, y - h), (x + w, y - h - w * 0.5), (x + w, y - h)], shade(color, 0.05))
    elif cap == 3:
        pen.line([(x + w / 2, y - h), (x + w / 2, y - h - w * 1.1)], color, max(1.5, w * 0.04))
    cols = max(2, int(w / 16))
    rows = rows or max(3, int(h / 22))
    cw, rh = w / cols, h / rows
    for r in range(rows):
        for c in range(cols):
            on = pen.rng.random() < lit
            pen.rect(
                x + cw * (c + 0.22),
                y - h + rh * (r + 0.28),
                cw * 0.56,
                rh * 0.46,
                glow if on else pane,
                alpha=0.95 if on else pen.u(0.35, 0.75),
            )


def skyline(pen: Pen, x0, x1, y, low, high, color, pane, lit=0.0, gap=0.1, wide=(40, 80)) -> None:
    """Draw a row of towers from ``x0`` to ``x1``."""
    x = x0
    while x < x1:
        w = pen.u(*wide)
        mid = 1 - abs((x + w / 2 - x0) / (x1 - x0) - 0.5) * 0.7
        tower(
            pen,
            x,
            y,
            w,
            pen.u(low, high) * mid,
            shade(color, pen.u(-0.08, 0.12)),
            pane,
            lit=lit,
            cap=pen.rng.randrange(4),
        )
        x += w * (1 + pen.u(0, gap * 4))


def shed(pen: Pen, x, y, w, h, color, roof, bays=8, teeth=False) -> None:
    """Draw a long works building: ridged cladding, a band of windows, a shallow roof."""
    pen.rect(x, y - h, w, h, lin(0, y - h, 0, y, [color, shade(color, -0.14)]))
    if teeth:
        b = w / bays
        for i in range(bays):
            pen.poly(
                [(x + b * i, y - h), (x + b * i, y - h * 1.34), (x + b * (i + 1), y - h)], roof
            )
            pen.poly(
                [
                    (x + b * i + 2, y - h),
                    (x + b * i + 2, y - h * 1.28),
                    (x + b * (i + 0.22), y - h),
                ],
                "#a9c3cc",
            )
    else:
        pen.poly(
            [
                (x - w * 0.015, y - h),
                (x + w * 0.04, y - h * 1.2),
                (x + w * 0.96, y - h * 1.2),
                (x + w * 1.015, y - h),
            ],
            lin(0, y - h * 1.2, 0, y - h, [shade(roof, 0.15), roof]),
        )
    n = int(w / 14)
    for i in range(n):
        pen.line([(x + w * i / n, y - h), (x + w * i / n, y)], shade(color, -0.2), 1, alpha=0.4)
    for i in range(bays):
        bx = x + w * (i + 0.2) / bays
        pen.rect(bx, y - h * 0.8, w / bays * 0.6, h * 0.2, "#8fb0bb")
        pen.rect(bx, y - h * 0.8, w / bays * 0.6, h * 0.06, fade("#ffffff", 0.35))
    pen.rect(x, y - h * 0.07, w, h * 0.07, shade(color, -0.35))


def chimney(pen: Pen, x, y, w, h, color, bands=None, count=4) -> None:
    """Draw a tapering stack with warning bands near the top."""

    def at(t):
        """Return the half-width at a share of the height."""
        return w / 2 * (1 - 0.38 * t)

    fill = lin(x - w / 2, 0, x + w / 2, 0, [shade(color, 0.2), color, shade(color, -0.28)])
    pen.poly([(x - at(0), y), (x - at(1), y - h), (x + at(1), y - h), (x + at(0), y)], fill)
    if bands:
        for i in range(count):
            a, b = 1 - i * 0.11 - 0.01, 1 - i * 0.11 - 0.06
            pen.poly(
                [
                    (x - at(a), y - h * a),
                    (x + at(a), y - h * a),
                    (x + at(b), y - h * b),
                    (x - at(b), y - h * b),
                ],
                lin(x - w / 2, 0, x + w / 2, 0, [shade(bands, 0.15), bands, shade(bands, -0.3)]),
            )
    pen.oval(x, y - h, at(1), at(1) * 0.26, shade(color, -0.45))


def tank(pen: Pen, x, y, w, h, color, dome=0.16) -> None:
    """Draw an upright cylinder tank with hoops and a ladder."""
    fill = lin(x, 0, x + w, 0, [shade(color, -0.08), shade(color, 0.25), color, shade(color, -0.3)])
    pen.rect(x, y - h, w, h, fill)
    pen.oval(x + w / 2, y, w / 2, w * 0.09, fill)
    pen.oval(x + w / 2, y - h, w / 2, w * dome, fill)
    for t in (0.25, 0.5, 0.75):
        pen.arc(x + w / 2, y - h * t, w / 2, w * 0.07, 0, 180, shade(color, -0.25), w * 0.012)
    lx = x + w * 0.72
    pen.line([(lx, y), (lx, y - h * 1.02)], shade(color, -0.45), 1.6)
    pen.line([(lx + w * 0.07, y), (lx + w * 0.07, y - h * 1.02)], shade(color, -0.45), 1.6)
    for i in range(int(h / 12)):
        pen.line([(lx, y - i * 12), (lx + w * 0.07, y - i * 12)], shade(color, -0.45), 1.2)


def pipe(pen: Pen, points, color, w) -> None:
    """Draw a round pipe along straight runs, with a light along it and flanges."""
    pen.line(points, shade(color, -0.32), w)
    pen.line(points, color, w * 0.72)
    shift = [(x - w * 0.1, y - w * 0.16) for x, y in points]
    pen.line(shift, shade(color, 0.42), w * 0.18)
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        d = math.hypot(bx - ax, by - ay)
        nx, ny = -(by - ay) / d * w * 0.66, (bx - ax) / d * w * 0.66
        for t in (0.3, 0.7):
            px, py = ax + (bx - ax) * t, ay + (by - ay) * t
            pen.line(
                [(px - nx, py - ny), (px + nx, py + ny)], shade(color, -0.4), w * 0.22, cap="butt"
            )


def rack(pen: Pen, x, y, w, h, bays, color) -> None:
    """Draw a steel pipe rack frame."""
    for i in range(bays + 1):
        px = x + w * i / bays
        pen.rect(
            px - 6,
            y - h,
            12,
            h,
            lin(px - 6, 0, px + 6, 0, [shade(color, 0.2), shade(color, -0.25)]),
        )
    for t in (0.98, 0.72):
        pen.rect(x - 10, y - h * t, w + 20, 12, shade(color, -0.1))
    for i in range(bays):
        a, b = x + w * i / bays, x + w * (i + 1) / bays
        pen.line([(a, y - h * 0.98), (b, y - h * 0.72)], shade(color, -0.2), 4)
        pen.line([(b, y - h * 0.98), (a, y - h * 0.72)], shade(color, -0.2), 4)


def cable_bridge(pen: Pen, x0, x1, y, h, color, towers=2, deck=10) -> None:
    """Draw a cable-stayed bridge."""
    pen.rect(x0, y - deck / 2, x1 - x0, deck, color)
    for i in range(towers):
        tx = x0 + (x1 - x0) * (i + 0.5) / towers
        pen.poly(
            [
                (tx - h * 0.035, y + h * 0.35),
                (tx - h * 0.014, y - h),
                (tx + h * 0.014, y - h),
                (tx + h * 0.035, y + h * 0.35),
            ],
            color,
        )
        reach = (x1 - x0) / towers / 2
        for k in range(1, 12):
            for s in (-1, 1):
                pen.line(
                    [(tx, y - h * (0.35 + 0.055 * k)), (tx + s * reach * k / 12, y)],
                    color,
                    max(1, h * 0.006),
                    alpha=0.85,
                )


def arch_bridge(pen: Pen, x0, x1, y, rise, color, dark) -> None:
    """Draw a stone bridge with one round arch; ``y`` is the water line."""
    n = 30
    top = [
        (x0 + (x1 - x0) * i / n, y - rise * (0.25 + math.sin(math.pi * i / n)))
        for i in range(n + 1)
    ]
    mid, r = (x0 + x1) / 2, (x1 - x0) * 0.22
    inner = [
        (
            mid + r * math.cos(math.pi * i / n),
            y - min(r * 1.05, rise * 0.92) * math.sin(math.pi * i / n),
        )
        for i in range(n + 1)
    ]
    pen.poly(top + [(x1, y)] + inner + [(x0, y)], lin(0, y - rise * 1.3, 0, y, [color, dark]))
    pen.line(inner, shade(dark, -0.2), rise * 0.05)
    pen.line(top, shade(color, 0.25), rise * 0.07)
    for px, py in top[1:-1:3]:
        pen.rect(px - rise * 0.02, py - rise * 0.18, rise * 0.05, rise * 0.18, color)
    pen.line([(px, py - rise * 0.16) for px, py in top[1:-1]], color, rise * 0.045)


def gantry(pen: Pen, x, y, h, color) -> None:
    """Draw a quayside container crane."""
    for dx in (0, h * 0.32):
        pen.line([(x + dx, y), (x + dx, y - h)], color, h * 0.028)
    pen.line([(x, y - h * 0.45), (x + h * 0.32, y - h * 0.45)], color, h * 0.024)
    pen.line([(x - h * 0.62, y - h * 0.82), (x + h * 0.55, y - h * 0.82)], color, h * 0.036)
    pen.line(
        [(x - h * 0.6, y - h * 0.84), (x + h * 0.1, y - h * 1.16), (x + h * 0.52, y - h * 0.84)],
        color,
        h * 0.012,
    )
    pen.line([(x, y - h), (x + h * 0.1, y - h * 1.16), (x + h * 0.32, y - h)], color, h * 0.022)
    pen.line(
        [(x - h * 0.35, y - h * 0.8), (x - h * 0.35, y - h * 0.4)], shade(color, -0.3), h * 0.006
    )
    pen.rect(x - h * 0.42, y - h * 0.42, h * 0.14, h * 0.05, shade(color, -0.4))
    pen.rect(x + h * 0.06, y - h * 0.95, h * 0.2, h * 0.1, shade(color, -0.15))
