"""Skies: gradients, suns, clouds, mist, stars, snow, rain, and birds."""

import math

import skia

from .palette import fade, mix
from .pen import Pen, lin


def sky(pen: Pen, horizon: float, colors: list[str]) -> None:
    """Fill from the top to the horizon with an even gradient, and the rest flat."""
    pen.rect(0, 0, pen.w, horizon + 2, lin(0, 0, 0, horizon, colors))
    pen.rect(0, horizon, pen.w, pen.h - horizon, colors[-1])


def sun(pen: Pen, x, y, r, color, halo, reach=7.0) -> None:
    """Draw a sun or moon with its halo."""
    pen.glow(x, y, r * reach, halo, 0.75)
    pen.glow(x, y, r * 2.4, color, 0.6)
    pen.dot(x, y, r, color)


def cumulus(pen: Pen, x, y, w, color, base, puffs=9) -> None:
    """Draw a flat-based heaped cloud, lit above and dissolving below."""
    h = w * 0.32
    fill = lin(0, y - h, 0, y + h * 0.12, [color, mix(color, base, 0.5), fade(base, 0)])
    heap = skia.PathBuilder()
    for i in range(puffs):
        t = (i + 0.5) / puffs
        r = h * (0.2 + 0.58 * math.sin(math.pi * t) ** 1.2 * pen.u(0.5, 1.0))
        heap.addCircle(x - w / 2 + w * t, y - r * 0.72, r)
    heap.addRect(skia.Rect.MakeXYWH(x - w * 0.46, y - h * 0.14, w * 0.92, h * 0.2))
    pen.c.drawPath(heap.detach(), pen.paint(fill))
    for i in range(3):
        t = 0.3 + 0.2 * i
        pen.oval(
            x - w / 2 + w * t,
            y - h * pen.u(0.3, 0.62),
            w * 0.07,
            h * 0.1,
            "#ffffff",
            alpha=0.5,
            blur=h * 0.05,
        )


def streaks(pen: Pen, y0, y1, color, count=14, alpha=0.5, length=0.3) -> None:
    """Draw long thin clouds, thinner toward the horizon."""
    for _ in range(count):
        y = pen.u(y0, y1)
        t = (y - y0) / max(1, y1 - y0)
        w = pen.w * length * pen.u(0.4, 1.2)
        x, h = pen.u(-0.1, 1.1) * pen.w, pen.h * 0.011 * pen.u(0.4, 1.2) * (1.3 - t)
        pts = [
            (x - w, y),
            (x - w * 0.3, y - h),
            (x + w * 0.2, y - h * 0.5),
            (x + w, y + h * 0.2),
            (x + w * 0.2, y + h * 0.6),
            (x - w * 0.4, y + h * 0.4),
        ]
        pen.blob(pts, color, alpha=alpha * pen.u(0.5, 1), blur=h * 0.35)


def mist(pen: Pen, y, h, color, alpha=0.6, count=5) -> None:
    """Lay soft horizontal bands of mist."""
    for _ in range(count):
        cy = y + pen.u(-0.3, 0.3) * h
        cx = pen.u(0, pen.w)
        pen.oval(
            cx,
            cy,
            pen.w * pen.u(0.25, 0.6),
            h * pen.u(0.25, 0.5),
            color,
            alpha=alpha * pen.u(0.5, 1),
            blur=h * 0.28,
        )


def veil(pen: Pen, y0, y1, color, alpha=0.8) -> None:
    """Fade the air from clear at ``y0`` to the colour at ``y1``."""
    pen.rect(0, y0, pen.w, y1 - y0, lin(0, y0, 0, y1, [fade(color, 0), fade(color, alpha)]))


def stars(pen: Pen, y1, count, color="#fff6dd") -> None:
    """Sprinkle stars above ``y1``."""
    for x, y in pen.scatter(count, 0, pen.w, 0, y1):
        pen.dot(x, y, pen.u(0.6, 2.2) * pen.w / 1800, color, alpha=pen.u(0.25, 0.9) * (1 - y / y1))


def snow(pen: Pen, count, size, color="#ffffff") -> None:
    """Let snow fall, with a few large flakes out of focus."""
    for x, y in pen.scatter(count, 0, pen.w, 0, pen.h):
        pen.dot(x, y, size * pen.u(0.4, 1.2), color, alpha=pen.u(0.4, 0.95))
    for x, y in pen.scatter(count // 14, 0, pen.w, 0, pen.h):
        pen.dot(x, y, size * pen.u(2, 3.4), color, alpha=0.4, blur=size)


def bird(pen: Pen, x, y, s, color, beat=0.5, flip=False) -> None:
    """Draw a distant gull-like bird; ``beat`` runs from wings down to wings up."""
    lift = -s * (beat - 0.2)
    left = [
        (0, 0),
        (-s * 0.45, lift * 0.9 - s * 0.12),
        (-s, lift * 0.5),
        (-s * 0.5, lift * 0.9 + s * 0.04),
        (-s * 0.05, s * 0.13),
    ]
    with pen.at(x, y, flip=flip):
        pen.blob(left, color)
        pen.blob([(-px * 0.9, py * 1.1) for px, py in left], color)
        pen.oval(s * 0.05, s * 0.05, s * 0.3, s * 0.08, color)


def flock(pen: Pen, x, y, spread, count, size, color, vee=True) -> None:
    """Draw a skein of birds, in a loose V or a scatter."""
    for i in range(count):
        arm = (i + 1) // 2 * (1 if i % 2 else -1)
        if vee:
            px = x + abs(arm) * spread / count * 1.9 * (1 if arm > 0 else 0.8)
            py = y + arm * spread / count * 0.62
        else:
            px, py = x + pen.u(-0.5, 0.5) * spread, y + pen.u(-0.2, 0.2) * spread
        jitter = spread * 0.02
        bird(
            pen,
            px + pen.u(-jitter, jitter),
            py + pen.u(-jitter, jitter),
            size * pen.u(0.8, 1.15),
            color,
            pen.u(0.15, 0.95),
        )


def egret_fly(pen: Pen, x, y, s, color, shadow, flip=False, beat=1.0, rot=0.0) -> None:
    """Draw an egret in flight, neck folded and legs trailing."""
    with pen.at(x, y, s, flip=flip, rot=rot):
        far = [
            (8, -4),
            (0, -40 * beat),
            (-22, -78 * beat),
            (-44, -92 * beat),
            (-34, -62 * beat),
            (-30, -34 * beat),
            (-20, -4),
        ]
        pen.blob(far, shadow)
        pen.line([(-30, 4), (-70, 10), (-104, 12)], "#3b3a3a", 2.4, smooth=True)
        pen.line([(-30, 6), (-68, 14), (-98, 18)], "#3b3a3a", 2.4, smooth=True)
        pen.blob([(38, -6), (20, -13), (-12, -9), (-46, 3), (-30, 9), (0, 11), (26, 8)], color)
        pen.blob(
            [
                (24, 4),
                (38, 9),
                (50, 0),
                (47, -14),
                (40, -19),
                (54, -22),
                (62, -17),
                (57, -2),
                (46, 15),
                (28, 14),
            ],
            color,
        )
        pen.poly([(60, -21), (88, -15), (60, -15)], "#d9a441")
        pen.dot(56, -18.5, 1.5, "#2b2b2b")
        near = [
            (14, -2),
            (18, -30 * beat),
            (8, -70 * beat),
            (-14, -104 * beat),
            (-20, -86 * beat),
            (-30, -72 * beat),
            (-30, -54 * beat),
            (-36, -40 * beat),
            (-32, -22 * beat),
            (-24, 0),
        ]
        pen.blob(near, color)
        for k in range(4):
            tip = (-14 - 6 * k, (-84 + 18 * k) * beat)
            pen.line([(6 - 6 * k, -8), tip], shadow, 1.5, alpha=0.7)


def egret_stand(pen: Pen, x, y, s, color, shadow, flip=False, bow=False) -> None:
    """Draw an egret standing in the shallows; ``y`` is its feet."""
    with pen.at(x, y, s, flip=flip):
        for dx, lean in ((-2, -3), (7, 4)):
            pen.line([(dx, -52), (dx + lean, -26), (dx + lean * 0.4, 0)], "#34383a", 2.6)
        pen.blob(
            [(24, -84), (4, -90), (-24, -72), (-52, -46), (-30, -48), (-6, -46), (18, -58)], color
        )
        pen.blob([(4, -76), (-20, -66), (-54, -42), (-60, -32), (-24, -48), (2, -58)], shadow)
        if bow:
            neck = [(18, -80), (34, -92), (52, -84), (56, -64), (66, -54)]
            head, tip = (66, -52), (88, -28)
        else:
            neck = [(16, -78), (30, -92), (26, -112), (20, -130), (30, -146)]
            head, tip = (33, -147), (64, -142)
        pen.line(neck, color, 8, smooth=True)
        pen.oval(head[0], head[1], 9, 6, color)
        pen.line([head, tip], "#d29a34", 3.4)
        pen.dot(head[0] + 3, head[1] - 1.5, 1.4, "#222222")
        crest = (-12, -20) if bow else (-22, 10)
        pen.line([(head[0] - 2, head[1] - 3), (head[0] + crest[0], head[1] + crest[1])], color, 2)
