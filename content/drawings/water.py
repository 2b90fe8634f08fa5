"""Water: surfaces, ripples, glints, wakes, and reeds standing in it."""

import math

from .palette import fade, shade
from .pen import Pen, lin, rad


def water(pen: Pen, y, bottom, colors) -> None:
    """Fill a body of water with an even gradient."""
    pen.rect(0, y, pen.w, bottom - y, lin(0, y, 0, bottom, colors))


def ripples(pen: Pen, y, bottom, color, count=160, alpha=0.5, x0=0, x1=None, size=1.0) -> None:
    """Draw short level strokes, longer and sparser toward the viewer."""
    x1 = pen.w if x1 is None else x1
    k = pen.w / 1800 * size
    for _ in range(count):
        t = pen.rng.random() ** 1.5
        py, px = y + (bottom - y) * t, pen.u(x0, x1)
        w = (14 + 110 * t) * k * pen.u(0.4, 1.3)
        h = (0.9 + 3.4 * t) * k * pen.u(0.6, 1.2)
        pen.blob(
            [(px - w, py), (px, py - h), (px + w, py), (px, py + h)],
            color,
            alpha=alpha * pen.u(0.3, 1),
        )


def glints(pen: Pen, x, y, bottom, color, count=120, spread=0.08, alpha=0.9) -> None:
    """Lay a path of light on the water under a sun or lamp at ``x``."""
    k = pen.w / 1800
    for _ in range(count):
        t = pen.rng.random() ** 1.3
        py = y + (bottom - y) * t
        px = x + pen.rng.gauss(0, 1) * pen.w * spread * (0.25 + t)
        w, h = (7 + 42 * t) * k * pen.u(0.4, 1.4), (1 + 3.2 * t) * k
        pen.oval(px, py, w, h, color, alpha=alpha * pen.u(0.3, 1) * (1 - 0.5 * t))


def wake(pen: Pen, x, y, w, h, color, alpha=0.7) -> None:
    """Draw a boat's wake spreading to the left of ``x``."""
    for i in range(9):
        t = i / 8
        for side in (-1, 1):
            px, py = x - w * t, y + side * h * t * 0.5
            ln = w * 0.09 * (1 + t)
            pen.blob(
                [(px - ln, py + side * 3), (px, py - 3), (px + ln, py - side * 2), (px, py + 3)],
                color,
                alpha=alpha * (1 - 0.75 * t),
            )


def stream(pen: Pen, mids, widths, colors):
    """Draw a river along middle points with given half-widths; return its outline."""
    left = [(x - w, y) for (x, y), w in zip(mids, widths)]
    right = [(x + w, y) for (x, y), w in zip(mids, widths)]
    ys = [p[1] for p in mids]
    pen.blob(left + right[::-1], lin(0, min(ys), 0, max(ys), colors))
    return left + right[::-1]


def reed(pen: Pen, x, y, h, color, plume, lean=0.15) -> None:
    """Draw one reed with a feathered plume and two blades."""
    tip = (x + h * lean, y - h)
    mid = (x + h * lean * 0.35, y - h * 0.55)
    pen.line([(x, y), mid, tip], color, max(1.2, h * 0.011), smooth=True)
    for side, at, ln in ((1, 0.25, 0.5), (-1, 0.4, 0.42), (1, 0.55, 0.34)):
        bx, by = x + h * lean * at * 0.6, y - h * at
        ex, ey = bx + side * h * ln * 0.55 + h * lean * 0.3, by - h * ln * 0.55
        droop = (ex + side * h * 0.12, ey + h * 0.06)
        pen.blob(
            [
                (bx, by),
                ((bx + ex) / 2, (by + ey) / 2 - h * 0.03),
                (ex, ey),
                droop,
                (ex - side * h * 0.02, ey + h * 0.03),
                ((bx + ex) / 2, (by + ey) / 2),
            ],
            color,
        )
    if plume:
        tassel(pen, tip, h * 0.24, plume, 1 if lean > 0 else -1)


def tassel(pen: Pen, tip, size, color, side) -> None:
    """Draw a reed's drooping seed head as many fine curved strands."""
    for i in range(26):
        t = i / 25
        sx, sy = tip[0] - side * size * 0.1 * t, tip[1] + size * 0.75 * t
        ln = size * (0.34 + 0.3 * (1 - t)) * pen.u(0.6, 1.1)
        out = side * ln * (0.75 if i % 3 else -0.35)
        tone = shade(color, pen.u(-0.22, 0.25))
        pen.line(
            [(sx, sy), (sx + out * 0.45, sy - ln * 0.22), (sx + out, sy + ln * 0.3)],
            tone,
            max(1.2, size * 0.022),
            smooth=True,
            alpha=0.85,
        )


def reeds(pen: Pen, x0, x1, y, h, count, color, plume=None, lean=0.15) -> None:
    """Draw a stand of reeds with varied height and tone."""
    for i in range(count):
        x = x0 + (x1 - x0) * (i + pen.u(-0.6, 0.6)) / count
        tone = shade(color, pen.u(-0.25, 0.16))
        tuft = plume if plume and pen.rng.random() < 0.6 else None
        reed(
            pen,
            x,
            y + pen.u(-0.05, 0.05) * h,
            h * pen.u(0.55, 1.08),
            tone,
            tuft,
            lean * pen.u(0.2, 1.5) * (1 if pen.rng.random() < 0.85 else -0.6),
        )


def grass(pen: Pen, x0, x1, y, h, count, colors, lean=0.1) -> None:
    """Draw a fringe of grass blades rooted along ``y``."""
    for _ in range(count):
        x, tall = pen.u(x0, x1), h * pen.u(0.4, 1.1)
        tip = x + tall * pen.u(-0.45, 0.45) + tall * lean
        w = tall * 0.05 + 1
        pen.blob(
            [
                (x - w, y),
                ((x + tip) / 2 - w * 0.4, y - tall * 0.6),
                (tip, y - tall),
                ((x + tip) / 2 + w, y - tall * 0.55),
                (x + w, y),
            ],
            pen.pick(colors),
        )


def drop_path(cx, cy, r, n=60):
    """Return the outline of a water drop whose round centre is (cx, cy)."""
    pts = []
    for i in range(n):
        a = 2 * math.pi * i / n
        k = r * (1 - 0.0 * a)
        x, y = math.sin(a) * k, math.cos(a) * k
        if y < 0:
            t = -y / r
            x *= 1 - 0.42 * t**1.5
            y *= 1 + 0.95 * t**2.4
        pts.append((cx + x, cy + y))
    return pts


def pool_light(pen: Pen, x, y, rx, ry, color, alpha=0.5) -> None:
    """Lay a soft ellipse of light or shade on the ground."""
    with pen.at(x, y, 1, sy=ry / rx):
        pen.dot(0, 0, rx, rad(0, 0, rx, [fade(color, alpha), fade(color, 0)]))
