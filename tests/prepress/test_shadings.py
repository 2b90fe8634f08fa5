"""Gradients in inks."""

from __future__ import annotations

import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name

from plugins.press.prepress.inks import Inks, Mode
from plugins.press.prepress.operators import UnreadableContent
from plugins.press.prepress.shadings import shading
from tests.prepress.sheetwork import plain

GREYS = np.arange(256, dtype=np.uint8)


def inks() -> Inks:
    return Inks({"#ff0000": (0, 1, 1, 0)}, lambda _: (0.5, 0, 0, 0), GREYS)


def ramp(first: list[float], last: list[float]) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=first, C1=last)


def axial(function: Dictionary, **more: object) -> Dictionary:
    return Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Function=function, **more
    )


def numbers(array: Array) -> list[float]:
    return [plain(each) for each in array]


def test_two_colours() -> None:
    made = shading(axial(ramp([1, 0, 0], [1, 1, 1])), "rgb", inks(), "colour")
    assert made.ColorSpace == Name.DeviceCMYK
    assert numbers(made.Function.C0) == [0, 1, 1, 0]
    assert numbers(made.Function.C1) == [0, 0, 0, 0]
    assert numbers(made.Coords) == [0, 0, 1, 1]


def test_stitched_colours_and_the_ground() -> None:
    stitched = Dictionary(
        FunctionType=3, Domain=[0, 1], Bounds=[0.5], Encode=[0, 1, 0, 1],
        Functions=[ramp([0, 0, 0], [1, 0, 0]), ramp([1, 0, 0], [1, 1, 1])],
    )  # fmt: skip
    made = shading(axial(stitched, Background=[0, 0, 0]), "rgb", inks(), "colour")
    assert [numbers(each.C0) for each in made.Function.Functions] == [[0, 0, 0, 1], [0, 1, 1, 0]]
    assert numbers(made.Function.Bounds) == [0.5]
    assert numbers(made.Background) == [0, 0, 0, 1]


@pytest.mark.parametrize(("mode", "first"), [("grey", 4), ("mask", 1)])
def test_other_modes(mode: Mode, first: int) -> None:
    made = shading(axial(ramp([1, 0, 0], [1, 1, 1])), "rgb", inks(), mode)
    assert len(made.Function.C0) == first
    assert numbers(made.Function.C0)[:-1] == [0] * (first - 1)


def test_cmyk_and_spot_gradients_stay() -> None:
    old = axial(ramp([0, 0, 0, 1], [0, 0, 0, 0]))
    assert shading(old, "cmyk", inks(), "colour") is old
    assert shading(old, "kept", inks(), "colour") is old


def test_the_old_gradient_is_not_touched() -> None:
    old = axial(ramp([1, 0, 0], [1, 1, 1]))
    shading(old, "rgb", inks(), "colour")
    assert old.ColorSpace == Name.DeviceRGB
    assert numbers(old.Function.C0) == [1, 0, 0]


def test_meshes_and_programs_are_refused() -> None:
    mesh = axial(ramp([0, 0, 0], [1, 1, 1]))
    mesh.ShadingType = 4
    program = axial(Dictionary(FunctionType=4, Domain=[0, 1]))
    for old in (mesh, program):
        with pytest.raises(UnreadableContent):
            shading(old, "rgb", inks(), "colour")
