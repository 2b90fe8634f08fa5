"""A small drawing surface over Skia: shapes, gradients, blur, layers."""

import math
import random
from contextlib import contextmanager

import skia

from .palette import fade, parse


def color4(color: str) -> int:
    """Convert a hex string to a Skia colour."""
    r, g, b, a = parse(color)
    return skia.ColorSetARGB(a, r, g, b)


def lin(x0, y0, x1, y1, colors, stops=None):
    """Make a linear gradient usable wherever a fill is expected."""
    points = [skia.Point(x0, y0), skia.Point(x1, y1)]
    return skia.GradientShader.MakeLinear(points, [color4(c) for c in colors], stops)


def rad(cx, cy, r, colors, stops=None):
    """Make a radial gradient usable wherever a fill is expected."""
    return skia.GradientShader.MakeRadial(skia.Point(cx, cy), r, [color4(c) for c in colors], stops)


def smooth_path(points, closed=True):
    """Build a Catmull-Rom curve through the points."""
    path = skia.PathBuilder()
    n = len(points)
    path.moveTo(*points[0])
    for i in range(n if closed else n - 1):
        p0 = points[i - 1] if closed or i else points[0]
        p1, p2 = points[i], points[(i + 1) % n]
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        path.cubicTo(*c1, *c2, *p2)
    if closed:
        path.close()
    return path.detach()


def poly_path(points, closed=True):
    """Build a straight-edged path."""
    path = skia.PathBuilder()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path.detach()


class Pen:
    """One picture in the making."""

    def __init__(self, width: int, height: int, seed: int, scale: float = 1.0):
        """Open a surface; ``seed`` fixes every random choice."""
        self.w, self.h = width, height
        self.surface = skia.Surface(round(width * scale), round(height * scale))
        self.c = self.surface.getCanvas()
        self.c.scale(scale, scale)
        self.rng = random.Random(seed)

    def paint(self, fill, alpha=1.0, blur=0.0, width=0.0, cap="round", blend=None):
        """Make a Skia paint from a colour or gradient."""
        paint = skia.Paint(AntiAlias=True)
        if isinstance(fill, str):
            paint.setColor(color4(fade(fill, alpha)))
        else:
            paint.setShader(fill)
            paint.setAlphaf(alpha)
        if width:
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(width)
            butt = skia.Paint.kButt_Cap
            paint.setStrokeCap(skia.Paint.kRound_Cap if cap == "round" else butt)
            join = skia.Paint.kRound_Join if cap == "round" else skia.Paint.kMiter_Join
            paint.setStrokeJoin(join)
        if blur:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        if blend:
            paint.setBlendMode(getattr(skia.BlendMode, "k" + blend))
        return paint

    def rect(self, x, y, w, h, fill, r=0.0, **opts):
        """Fill (or stroke, with ``width``) a rectangle."""
        box = skia.Rect.MakeXYWH(x, y, w, h)
        self.c.drawRoundRect(box, r, r, self.paint(fill, **opts))

    def oval(self, cx, cy, rx, ry, fill, **opts):
        """Draw an ellipse about its centre."""
        self.c.drawOval(
            skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry), self.paint(fill, **opts)
        )

    def dot(self, cx, cy, r, fill, **opts):
        """Draw a circle."""
        self.c.drawCircle(cx, cy, r, self.paint(fill, **opts))

    def poly(self, points, fill, **opts):
        """Draw a straight-edged shape."""
        self.c.drawPath(poly_path(points), self.paint(fill, **opts))

    def blob(self, points, fill, **opts):
        """Draw a smooth closed shape through the points."""
        self.c.drawPath(smooth_path(points), self.paint(fill, **opts))

    def line(self, points, fill, width=2.0, smooth=False, **opts):
        """Stroke an open line."""
        path = smooth_path(points, False) if smooth else poly_path(points, False)
        self.c.drawPath(path, self.paint(fill, width=width, **opts))

    def arc(self, cx, cy, rx, ry, start, sweep, fill, width=0.0, **opts):
        """Draw an arc (stroke) or pie (fill); degrees clockwise from east."""
        box = skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry)
        self.c.drawArc(box, start, sweep, not width, self.paint(fill, width=width, **opts))

    def glow(self, cx, cy, r, color, alpha=1.0, blend=None):
        """Lay a soft round light."""
        stops = [0, 0.35, 0.7, 1]
        tones = [fade(color, alpha * k) for k in (1, 0.45, 0.12, 0)]
        self.dot(cx, cy, r, rad(cx, cy, r, tones, stops), blend=blend)

    @contextmanager
    def at(self, x=0.0, y=0.0, scale=1.0, flip=False, rot=0.0, sy=None):
        """Shift, scale, mirror, and turn what is drawn inside."""
        self.c.save()
        self.c.translate(x, y)
        self.c.rotate(rot)
        self.c.scale(-scale if flip else scale, sy if sy is not None else scale)
        yield
        self.c.restore()

    @contextmanager
    def clip(self, points, smooth=False):
        """Keep what is drawn inside the shape."""
        self.c.save()
        path = smooth_path(points) if smooth else poly_path(points)
        self.c.clipPath(path, doAntiAlias=True)
        yield
        self.c.restore()

    @contextmanager
    def layer(self, alpha=1.0, blur=0.0, blend=None):
        """Draw inside at once, then lay the result with opacity or blur."""
        paint = skia.Paint(Alphaf=alpha)
        if blur:
            paint.setImageFilter(skia.ImageFilters.Blur(blur, blur))
        if blend:
            paint.setBlendMode(getattr(skia.BlendMode, "k" + blend))
        self.c.saveLayer(None, paint)
        yield
        self.c.restore()

    def snapshot(self):
        """Return what is drawn so far as an image."""
        return self.surface.makeImageSnapshot()

    def reflect(self, y, depth, squash=1.0, alpha=0.6, wobble=6.0, step=5, x0=0, x1=None):
        """Mirror what stands above ``y`` into the water below, in rippling strips."""
        x1 = self.w if x1 is None else x1
        image = self.snapshot()
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
        row, y = 0, round(y)
        while row < depth:
            t = row / depth
            tall = max(2, round(step * (0.6 + 1.2 * t)))
            top = y - (row + tall) / squash
            if top < 0:
                break
            sway = math.sin(row * 0.11 + 9 * t) * wobble * (0.25 + t)
            source = skia.Rect.MakeLTRB(x0, top, x1, y - row / squash)
            paint = skia.Paint(AntiAlias=False, Alphaf=alpha * (1 - 0.75 * t))
            self.c.save()
            self.c.translate(sway, 2 * y + 2 * row + tall)
            self.c.scale(1, -1)
            pad = wobble * 1.3
            target = skia.Rect.MakeLTRB(x0 - pad, y + row, x1 + pad, y + row + tall)
            self.c.drawImageRect(image, source, target, sampling, paint)
            self.c.restore()
            row += tall

    def scatter(self, count, x0, x1, y0, y1, sort=True):
        """Return random points in a box, far ones first."""
        points = [(self.rng.uniform(x0, x1), self.rng.uniform(y0, y1)) for _ in range(count)]
        return sorted(points, key=lambda p: p[1]) if sort else points

    def u(self, low, high):
        """Draw a uniform random number."""
        return self.rng.uniform(low, high)

    def pick(self, items):
        """Choose one of the items."""
        return self.rng.choice(items)
