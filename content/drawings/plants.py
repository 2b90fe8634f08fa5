"""Plants: broadleaf, conifer, poplar, willow, bare trees, saplings, flowers, mangrove."""

import math

from .palette import ramp, shade
from .pen import Pen


def leafy(pen: Pen, x, y, h, colors, trunk="#5b4636", width=0.62, clumps=26) -> None:
    """Draw a broadleaf tree of height ``h`` rooted at (x, y)."""
    pen.poly(
        [
            (x - h * 0.035, y),
            (x - h * 0.016, y - h * 0.5),
            (x + h * 0.016, y - h * 0.5),
            (x + h * 0.04, y),
        ],
        trunk,
    )
    for side, at, reach in ((-1, 0.3, 0.2), (1, 0.36, 0.17), (-1, 0.43, 0.1)):
        pen.line([(x, y - h * at), (x + side * h * reach, y - h * (at + 0.22))], trunk, h * 0.018)
    parts = []
    for _ in range(clumps):
        a, d = pen.u(0, 6.283), math.sqrt(pen.rng.random())
        parts.append((math.cos(a) * d * h * width * 0.42, math.sin(a) * d * h * 0.27, d))
    parts.sort(key=lambda p: -p[1])
    for dx, dy, _ in parts:
        r = h * pen.u(0.085, 0.14) * (24 / clumps) ** 0.45
        light = 0.5 - dy / h * 1.2 - dx / h * 0.5
        tone = ramp(colors, light + pen.u(-0.12, 0.12))
        px, py = x + dx, y - h * 0.67 + dy
        pen.oval(px, py, r * 1.12, r * 0.92, tone)
        for _ in range(4):
            qx, qy = px + pen.u(-0.8, 0.6) * r, py + pen.u(-0.85, 0.3) * r
            pen.oval(qx, qy, r * 0.24, r * 0.15, shade(tone, 0.17), alpha=0.75)


def conifer(pen: Pen, x, y, h, tone, layers=7, light=0.14, snow=None) -> None:
    """Draw a fir with ragged tiers; the left side catches light."""
    pen.rect(x - h * 0.02, y - h * 0.14, h * 0.04, h * 0.15, shade(tone, -0.5))
    for i in range(layers):
        t = i / layers
        cy, d = y - h * (0.08 + 0.8 * t), h * 0.26 * (1 - t * 0.5)
        w = h * 0.22 * (1 - t) + h * 0.025
        left = [
            (x, cy - d),
            (x - w * 0.45, cy - d * 0.35),
            (x - w, cy + d * 0.06),
            (x - w * 0.5, cy - d * 0.02),
            (x - w * 0.3, cy + d * 0.1),
            (x, cy),
        ]
        right = [(2 * x - px, py) for px, py in left]
        pen.poly(right, shade(tone, -0.2))
        pen.poly(left, shade(tone, light))
        if snow:
            pen.poly(
                [
                    (x, cy - d),
                    (x - w * 0.45, cy - d * 0.35),
                    (x - w, cy + d * 0.06),
                    (x - w * 0.45, cy - d * 0.12),
                    (x + w * 0.3, cy - d * 0.3),
                ],
                snow,
            )


def poplar(pen: Pen, x, y, h, tone, width=0.16) -> None:
    """Draw a tall slim tree: a spindle of upright leaf strokes over a dark core."""
    pen.rect(x - h * 0.012, y - h * 0.3, h * 0.024, h * 0.3, "#6b5a48")
    half = h * width * 0.5
    core = [
        (x, y - h),
        (x + half * 0.6, y - h * 0.72),
        (x + half, y - h * 0.4),
        (x + half * 0.5, y - h * 0.14),
        (x - half * 0.5, y - h * 0.14),
        (x - half, y - h * 0.4),
        (x - half * 0.6, y - h * 0.72),
    ]
    pen.blob(core, shade(tone, -0.24))
    for i in range(64):
        t = i / 64
        w = half * math.sin(math.pi * (0.1 + 0.8 * t)) ** 0.8
        dx = pen.u(-1, 1) * w
        lift = y - h * (0.13 + 0.84 * t)
        k = h * pen.u(0.035, 0.06)
        leaf = shade(tone, 0.2 * (-dx / (w + 1)) + pen.u(-0.14, 0.08))
        pen.blob(
            [
                (x + dx - k * 0.3, lift),
                (x + dx * 0.9, lift - k * 1.3),
                (x + dx + k * 0.3, lift),
                (x + dx, lift + k * 0.3),
            ],
            leaf,
        )


def willow(pen: Pen, x, y, h, tone, sway=0.1, strands=46) -> None:
    """Draw a weeping willow in new leaf."""
    pen.blob(
        [
            (x - h * 0.05, y),
            (x - h * 0.02, y - h * 0.3),
            (x - h * 0.06, y - h * 0.62),
            (x + h * 0.02, y - h * 0.66),
            (x + h * 0.03, y - h * 0.3),
            (x + h * 0.05, y),
        ],
        "#574535",
    )
    for i in range(strands):
        a = math.pi * (0.02 + 0.96 * (i + pen.u(-0.5, 0.5)) / strands)
        sx, sy = x + math.cos(a) * h * 0.3 * pen.u(0.3, 1), y - h * 0.66 - math.sin(a) * h * 0.27
        drop = h * pen.u(0.25, 0.62)
        out = (sx - x) * 0.55
        pts = [
            (x + (sx - x) * 0.3, y - h * 0.7),
            (sx, sy),
            (sx + out * 0.6, sy + drop * 0.45),
            (sx + out * 0.75 + sway * drop, sy + drop),
        ]
        leaf = shade(tone, pen.u(-0.22, 0.24))
        pen.line(pts, leaf, h * 0.006, smooth=True)
        for k in range(12):
            t = k / 12
            px = sx + out * 0.72 * t + sway * drop * t * t
            py = sy + drop * t
            pen.oval(px + pen.u(-1, 1) * h * 0.012, py, h * 0.007, h * 0.02, leaf, alpha=0.9)


def bare(pen: Pen, x, y, length, angle, width, color, depth=6, spread=26) -> None:
    """Draw a leafless tree by branching."""
    if depth == 0 or length < 2:
        return
    ex = x + math.cos(math.radians(angle)) * length
    ey = y - math.sin(math.radians(angle)) * length
    pen.line([(x, y), (ex, ey)], color, max(0.8, width))
    for turn in (pen.u(0.5, 1.2) * spread, -pen.u(0.5, 1.2) * spread):
        bare(
            pen,
            ex,
            ey,
            length * pen.u(0.68, 0.82),
            angle + turn,
            width * 0.64,
            color,
            depth - 1,
            spread,
        )


def sapling(pen: Pen, x, y, h, tone) -> None:
    """Draw a young tree with a few leaves."""
    pen.line([(x, y), (x + h * 0.03, y - h * 0.5), (x, y - h)], "#6d5236", h * 0.03, smooth=True)
    for i in range(12):
        t = 0.3 + 0.7 * i / 12
        side = 1 if i % 2 else -1
        lx, ly, ln = x + h * 0.01, y - h * t, h * 0.2 * (1.2 - t * 0.6)
        pen.blob(
            [
                (lx, ly),
                (lx + side * ln * 0.5, ly - ln * 0.65),
                (lx + side * ln, ly - ln * 0.6),
                (lx + side * ln * 0.65, ly - ln * 0.15),
            ],
            shade(tone, pen.u(-0.12, 0.2)),
        )


def flowers(pen: Pen, x0, x1, y0, y1, count, colors, size) -> None:
    """Scatter blossoms, smaller when farther."""
    for x, y in pen.scatter(count, x0, x1, y0, y1):
        t = (y - y0) / max(1, y1 - y0)
        s = size * (0.25 + 0.75 * t) * pen.u(0.7, 1.2)
        pen.oval(x, y, s, s * 0.72, pen.pick(colors))


def bush(pen: Pen, x, y, w, colors, puffs=26) -> None:
    """Draw a low rounded shrub, its far leaves darker than its near ones."""
    pen.oval(x, y, w * 0.55, w * 0.07, "#16302a", alpha=0.35, blur=w * 0.02)
    parts = []
    for _ in range(puffs):
        a, d = pen.u(0, math.pi), math.sqrt(pen.rng.random())
        parts.append((x + math.cos(a) * d * w * 0.46, y - w * 0.07 - math.sin(a) * d * w * 0.3))
    for px, py in sorted(parts, key=lambda p: p[1]):
        r = w * pen.u(0.09, 0.14)
        tone = ramp(colors, pen.u(0.05, 0.95))
        pen.oval(px, py, r * 1.15, r * 0.85, shade(tone, -0.12))
        pen.oval(px - r * 0.1, py - r * 0.12, r, r * 0.68, tone)
        for _ in range(3):
            pen.oval(
                px + pen.u(-0.7, 0.5) * r,
                py + pen.u(-0.6, 0.2) * r,
                r * 0.26,
                r * 0.15,
                shade(tone, 0.18),
                alpha=0.8,
            )


def mangrove(pen: Pen, x, y, h, colors) -> None:
    """Draw a mangrove: arching roots and a dense low crown."""
    root = "#4a3d33"
    for i in range(9):
        dx = (i - 4) / 4 * h * 0.42
        pen.line(
            [
                (x + dx * 0.15, y - h * 0.5),
                (x + dx * 0.6, y - h * 0.36),
                (x + dx * 0.95, y - h * 0.12),
                (x + dx * 1.02, y + h * 0.02),
            ],
            shade(root, pen.u(-0.2, 0.15)),
            h * 0.022,
            smooth=True,
        )
    for i in range(30):
        a, d = pen.u(0, 6.283), math.sqrt(pen.rng.random())
        px, py = x + math.cos(a) * d * h * 0.52, y - h * 0.7 + math.sin(a) * d * h * 0.24
        r = h * pen.u(0.07, 0.12)
        tone = ramp(colors, 0.5 - (py - y + h * 0.7) / h * 1.4 + pen.u(-0.15, 0.15))
        pen.oval(px, py, r * 1.3, r, tone)
        pen.oval(px - r * 0.3, py - r * 0.35, r * 0.5, r * 0.25, shade(tone, 0.18))


def bamboo(pen: Pen, x, y, h, tone, count=9, spread=0.3) -> None:
    """Draw a clump of bamboo bending at the top."""
    for i in range(count):
        bx = x + (i / count - 0.5) * h * spread
        bend = (i / count - 0.4) * h * 0.4 + pen.u(-0.05, 0.05) * h
        tall = h * pen.u(0.75, 1.05)
        stem = shade(tone, pen.u(-0.2, 0.1))
        pen.line(
            [(bx, y), (bx + bend * 0.2, y - tall * 0.55), (bx + bend, y - tall)],
            stem,
            h * 0.011,
            smooth=True,
        )
        for _ in range(16):
            t = pen.u(0.4, 1)
            lx, ly = bx + bend * t**2, y - tall * t
            side = pen.pick((-1, 1))
            ln = h * pen.u(0.05, 0.1)
            pen.blob(
                [
                    (lx, ly),
                    (lx + side * ln * 0.5, ly + ln * 0.05),
                    (lx + side * ln, ly + ln * 0.5),
                    (lx + side * ln * 0.4, ly + ln * 0.28),
                ],
                shade(tone, pen.u(-0.15, 0.25)),
            )
