"""Ground: ridges, facets, forests, terraces, fields, and banks."""

import math

from .palette import fade, mix, ramp, shade
from .pen import Pen, lin


def noise_line(pen: Pen, x0, x1, step, rough=0.55, octaves=6, freq=2.0) -> list[float]:
    """Sum octaves of random waves into a line of heights about zero to one."""
    waves, size = [], 1.0
    for _ in range(octaves):
        waves.append((freq * pen.u(0.8, 1.25), pen.u(0, 6.283), size))
        freq, size = freq * 1.93, size * rough
    total = sum(w[2] for w in waves)
    count = int((x1 - x0) / step) + 2
    span = x1 - x0
    out = []
    for i in range(count):
        t = i * step / span
        v = sum(a * (1 - abs(math.sin(math.pi * f * t + p)) * 2) for f, p, a in waves)
        out.append(0.5 + v / total / 2)
    return out


def ridge(pen: Pen, base, amp, peaks=(), rough=0.5, freq=2.0, step=None, x0=None, x1=None):
    """Compute a crest line; ``peaks`` are (x share, height, width share) added on top."""
    step = step or pen.w / 450
    x0 = -0.03 * pen.w if x0 is None else x0
    x1 = 1.03 * pen.w if x1 is None else x1
    heights = noise_line(pen, x0, x1, step, rough, freq=freq)
    points = []
    for i, value in enumerate(heights):
        x = x0 + i * step
        y = base - amp * value
        for px, ph, pw in peaks:
            d = abs(x / pen.w - px) / pw
            y -= ph / (1 + d**1.7 * 1.6) * max(0.0, 1 - d / 4)
        points.append((x, y))
    return points


def fill_below(pen: Pen, crest, bottom, top_color, bottom_color, **opts) -> None:
    """Fill from a crest line down, graded from the highest point."""
    high = min(p[1] for p in crest)
    shape = list(crest) + [(crest[-1][0], bottom), (crest[0][0], bottom)]
    pen.poly(shape, lin(0, high, 0, bottom, [top_color, bottom_color]), **opts)


def summits(crest, gap) -> list[int]:
    """Find indexes of local high points at least ``gap`` points apart."""
    found = []
    for i in range(gap, len(crest) - gap):
        window = crest[i - gap : i + gap + 1]
        if crest[i][1] <= min(p[1] for p in window) and (not found or i - found[-1] >= gap):
            found.append(i)
    return found


def facets(pen: Pen, crest, depth, dark, alpha=0.5, gap=9, side=1) -> None:
    """Shade one side of each summit, so the mountain has light and dark faces."""
    bottom = max(p[1] for p in crest) + depth * 1.4
    shape = list(crest) + [(crest[-1][0], bottom), (crest[0][0], bottom)]
    with pen.clip(shape):
        for i in summits(crest, gap):
            x, y = crest[i]
            j = i
            while (
                0 < j + side < len(crest) - 1 and crest[j + side][1] >= crest[j][1] - depth * 0.01
            ):
                j += side
            if crest[j][1] - y < depth * 0.1:
                continue
            span = max(abs(crest[j][0] - x), depth * 0.25)
            drop = min(depth, span * 1.5) * pen.u(0.85, 1.2)
            edge, n = [], 6
            for k in range(n + 1):
                t = k / n
                zig = (1 if k % 2 else -0.5) * span * 0.13 * t
                edge.append((x - side * span * 0.1 * t + zig, y + drop * t))
            far = x + side * span * 1.15
            pts = (
                [(p[0], p[1] - 2) for p in crest[i : j + 1 : 1]]
                if side > 0
                else [(p[0], p[1] - 2) for p in crest[j : i + 1][::-1]]
            )
            pts += [(far, y + drop * 0.9)] + edge[::-1]
            pen.poly(pts, lin(0, y, 0, y + drop, [fade(dark, alpha), fade(dark, 0)]))


def mountain(
    pen: Pen, crest, bottom, light, foot, dark=None, depth=None, gap=9, side=1, alpha=0.5
) -> None:
    """Fill a mountain range that fades into mist at the foot, with shaded faces."""
    fill_below(pen, crest, bottom, light, foot)
    if dark:
        facets(
            pen, crest, depth or (bottom - min(p[1] for p in crest)) * 0.7, dark, alpha, gap, side
        )


def crest_trees(pen: Pen, crest, color, size, density=1.0, pointed=0.3) -> None:
    """Roughen a crest with tree tops seen far away."""
    for x, y in crest:
        if pen.rng.random() > density:
            continue
        s = size * pen.u(0.5, 1.25)
        if pen.rng.random() < pointed:
            pen.poly([(x - s * 0.4, y + s), (x, y - s * 1.2), (x + s * 0.4, y + s)], color)
        else:
            pen.oval(x, y, s * 0.75, s * pen.u(0.6, 1), color)


def crest_y(crest, x) -> float:
    """Read the height of a crest at ``x``."""
    step = crest[1][0] - crest[0][0]
    i = max(0, min(len(crest) - 2, int((x - crest[0][0]) / step)))
    t = (x - crest[i][0]) / step
    return crest[i][1] + (crest[i + 1][1] - crest[i][1]) * t


def canopy(pen: Pen, crest, bottom, colors, size, grow=1.6, fade_to=None) -> None:
    """Cover a slope with overlapping rounded crowns, larger toward the viewer."""
    x0, x1 = crest[0][0], crest[-1][0]
    v = 0.0
    top = min(p[1] for p in crest)
    rows = max(3, int((bottom - top) / (size * 0.75)))
    for row in range(rows):
        v = row / rows
        s = size * (0.8 + (grow - 0.8) * v)
        x = x0 + pen.u(0, s)
        while x < x1:
            edge = crest_y(crest, x)
            y = top + (bottom - top) * v + pen.u(-0.4, 0.4) * s
            if y > edge - s * 0.1:
                tone = ramp(colors, min(1, max(0, pen.u(0, 0.7) + v * 0.3)))
                if fade_to:
                    tone = mix(fade_to, tone, 0.35 + 0.65 * v)
                crown(pen, x, y, s * pen.u(0.75, 1.15), tone)
            x += s * pen.u(0.7, 1.25)


def crown(pen: Pen, x, y, s, tone) -> None:
    """Draw one rounded tree crown with a lit cap."""
    pen.oval(x, y + s * 0.12, s * 0.62, s * 0.58, shade(tone, -0.28))
    pen.oval(x - s * 0.05, y - s * 0.04, s * 0.55, s * 0.5, tone)
    pen.oval(x - s * 0.17, y - s * 0.18, s * 0.3, s * 0.24, shade(tone, 0.17))


def furrows(pen: Pen, horizon, bottom, vx, colors, rows=26, spread=2.4) -> None:
    """Draw field rows running to a vanishing point."""
    for i in range(rows):
        a = vx + (i - rows / 2) / rows * pen.w * spread * 0.12
        b = vx + (i - rows / 2) / rows * pen.w * spread * 2
        wa, wb = pen.w * spread * 0.12 / rows, pen.w * spread * 2 / rows
        tone = colors[i % len(colors)]
        pen.poly([(a, horizon), (a + wa, horizon), (b + wb, bottom), (b, bottom)], tone)


def terrace(pen: Pen, x0, x1, y, bottom, steps, colors, water=None, bend=40) -> None:
    """Draw stepped fields climbing a slope, each a curved lip with a shaded wall."""
    phase = pen.u(0, 6)
    for i in range(steps):
        t = i / steps
        top = y + (bottom - y) * t**1.25
        amp = bend * (0.4 + t)
        pts = []
        for k in range(41):
            s = k / 40
            wave = math.sin(s * 5 + phase + i * 0.35) * amp + math.sin(s * 11 + i) * amp * 0.3
            pts.append((x0 + (x1 - x0) * s, top + wave))
        wall = (bottom - y) / steps * (0.2 + 0.5 * t)
        tone = colors[i % len(colors)]
        body = pts + [(x1, pen.h * 1.1), (x0, pen.h * 1.1)]
        pen.poly(body, water if water and i % 3 == 1 else tone)
        lower = [(px, py + wall * 0.32) for px, py in pts]
        pen.poly(pts + lower[::-1], shade(tone, 0.2))
        face = [(px, py - wall * 0.3) for px, py in pts]
        pen.poly(face + pts[::-1], shade(tone, -0.35))


def bank(pen: Pen, points, top, bottom, lip=None) -> None:
    """Draw a smooth bank of land, graded, with an optional lit lip."""
    ys = [p[1] for p in points]
    pen.blob(points, lin(0, min(ys), 0, max(ys), [top, bottom]))
    if lip:
        pen.line(points[: len(points) // 2 + 1], lip, pen.h * 0.004, smooth=True, alpha=0.8)
