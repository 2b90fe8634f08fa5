"""The permit flow chart."""

from .charts import GREEN, INK, LINE, PAPER, SOFT
from .finish import scene
from .lettering import label
from .palette import fade, mix, shade
from .pen import lin

STEPS = [
    ("摸底排查", ("核对企业清单", "现场逐家核实")),
    ("分类处置", ("按发证、登记、", "整改等分列")),
    ("整改承诺", ("提交整改承诺", "明确完成时限")),
    ("发证登记", ("审核发放许可证", "网上填报登记")),
    ("证后监管", ("查台账和报告", "依证监管执法")),
]
HUES = ["#2f7f86", "#1f6b54", "#6f9a3f", "#d98e3a", "#b5573a"]


@scene("2020-03", "flow-permit.png", "W")
def flow_permit(pen):
    """Five steps of the clean-up and permit registration, as a ribbon of arrows."""
    pen.rect(0, 0, 2000, 1125, PAPER)
    pen.rect(80, 64, 14, 66, GREEN)
    label(pen, 118, 118, "固定污染源清理整顿与发证登记流程", 58, INK, "bold")
    wide = 352
    for i, ((name, lines), tone) in enumerate(zip(STEPS, HUES)):
        x = 80 + i * (wide + 16)
        nose = 46
        shape = [
            (x, 250),
            (x + wide - nose, 250),
            (x + wide + 4, 345),
            (x + wide - nose, 440),
            (x, 440),
        ]
        if i:
            shape.append((x + nose, 345))
        pen.poly(shape, lin(x, 250, x + wide, 440, [mix(tone, "#ffffff", 0.12), tone]))
        label(pen, x + wide / 2 + 4, 362, name, 52, "#ffffff", "bold", "center")
        card(pen, x, tone, i, lines, wide)
    loop(pen, wide)


def card(pen, x, tone, i, lines, wide):
    """Draw the card below one arrow: number, icon, two lines."""
    cx = x + wide / 2 - 8
    pen.line([(cx, 440), (cx, 490)], fade(tone, 0.7), 5)
    pen.rect(x + 6, 490, wide - 28, 400, "#ffffff", r=18)
    pen.rect(x + 6, 490, wide - 28, 400, fade(tone, 0.6), r=18, width=4)
    pen.dot(cx, 490, 36, tone)
    label(pen, cx, 506, str(i + 1), 44, "#ffffff", "bold", "center")
    with pen.at(cx, 640, 1):
        ICONS[i](pen, tone)
    for k, line in enumerate(lines):
        label(pen, cx, 790 + k * 58, line, 42, INK, align="center")


def loop(pen, wide):
    """Draw the return line from supervision to the survey."""
    x0, x1 = 80 + wide / 2 - 8, 80 + 4 * (wide + 16) + wide / 2 - 8
    pen.line([(x1, 890), (x1, 980), (x0, 980), (x0, 912)], SOFT, 5)
    pen.poly([(x0 - 17, 922), (x0 + 17, 922), (x0, 890)], SOFT)
    pen.rect(620, 948, 760, 64, PAPER)
    label(pen, 1000, 994, "监管中发现漏管单位，回到排查环节补登", 40, SOFT, align="center")
    pen.line([(80, 1052), (1920, 1052)], LINE, 2)
    label(pen, 80, 1100, "注：流程为示意，具体要求以文件为准", 33, SOFT)


def icon_search(pen, tone):
    """A lens over a works."""
    pen.poly(
        [(-84, 54), (-84, -10), (-44, -34), (-44, -10), (-4, -34), (-4, -10), (36, -34), (36, 54)],
        fade(tone, 0.3),
    )
    pen.rect(-78, -74, 22, 60, fade(tone, 0.3))
    pen.dot(24, 0, 44, "#ffffff")
    pen.dot(24, 0, 44, tone, width=12)
    pen.line([(56, 32), (90, 66)], tone, 18)


def icon_sort(pen, tone):
    """One source branching into three trays."""
    pen.rect(-34, -76, 68, 44, tone, r=8)
    for dx in (-76, 0, 76):
        pen.line([(0, -32), (0, -6), (dx, -6), (dx, 22)], tone, 8)
        pen.rect(dx - 30, 22, 60, 46, fade(tone, 0.35 if dx else 0.75), r=8)


def icon_pledge(pen, tone):
    """A signed sheet with a pen."""
    pen.rect(-66, -78, 104, 150, fade(tone, 0.25), r=8)
    for k in range(4):
        pen.line([(-46, -48 + k * 28), (18 - (k == 3) * 34, -48 + k * 28)], tone, 8)
    pen.poly([(30, 58), (36, 30), (84, -40), (104, -26), (56, 46)], tone)
    pen.poly([(30, 58), (36, 30), (56, 46)], shade(tone, -0.4))


def icon_permit(pen, tone):
    """A certificate with a seal."""
    pen.rect(-88, -62, 176, 124, fade(tone, 0.22), r=8)
    pen.rect(-76, -50, 152, 100, tone, r=4, width=5)
    for k in range(3):
        pen.line([(-54, -24 + k * 26), (16 - k * 10, -24 + k * 26)], tone, 8)
    pen.poly([(40, 30), (34, 84), (54, 70), (74, 84), (68, 30)], shade(tone, -0.2))
    pen.dot(54, 24, 30, tone)
    pen.dot(54, 24, 18, "#ffffff", width=5)


def icon_guard(pen, tone):
    """A shield with a tick."""
    pen.blob([(0, -84), (68, -56), (62, 20), (0, 80), (-62, 20), (-68, -56)], fade(tone, 0.28))
    pen.blob([(0, -84), (68, -56), (62, 20), (0, 80), (-62, 20), (-68, -56)], tone, width=8)
    pen.line([(-30, -6), (-6, 22), (36, -34)], tone, 16)


ICONS = [icon_search, icon_sort, icon_pledge, icon_permit, icon_guard]
