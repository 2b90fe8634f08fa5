"""What WeasyPrint imports and we hardly ever need: loaded when something of it is asked for.

Half the time that `import weasyprint` takes goes to the two parts of fontTools that cut and fix fonts. We cut
them with uharfbuzz (hooks.py) and have no variable ones. Whoever does ask for something of them, in whatever
room, gets the real module.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

#: Module → the functions that WeasyPrint takes from it by name when it is itself imported.
DEFERRED = {
    "fontTools.subset": (),
    "fontTools.varLib": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}


class Deferral(MetaPathFinder, Loader):
    """Puts stand-ins in the place of modules that take long to load."""

    def __init__(self, deferred: dict[str, tuple[str, ...]]) -> None:
        """``deferred``: as `DEFERRED`."""
        self._deferred = dict(deferred)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The stand-in's, until the real module was asked for."""
        real = PathFinder.find_spec(fullname, path) if fullname in self._deferred else None
        if real is None:
            return None
        spec = ModuleSpec(fullname, self, is_package=real.submodule_search_locations is not None)
        if real.submodule_search_locations:  # what lies in a package is found without loading it
            spec.submodule_search_locations = real.submodule_search_locations
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Fill a stand-in: functions that pass on, and the road to everything else."""
        for function in self._deferred[module.__name__]:
            setattr(module, function, self._passing_on(module.__name__, function))
        module.__dict__["__getattr__"] = lambda wanted: getattr(self._real(module), wanted)

    def _passing_on(self, name: str, function: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            return getattr(self._real(sys.modules[name]), function)(*given, **named)

        return call

    def _real(self, module: ModuleType) -> ModuleType:
        """The real module; from now on everybody who imports it gets that one."""
        if self._deferred.pop(module.__name__, None) is not None:
            del sys.modules[module.__name__]
        return import_module(module.__name__)


def install() -> None:
    """Defer what is not loaded yet. Once is enough."""
    if not any(isinstance(finder, Deferral) for finder in sys.meta_path):
        sys.meta_path.insert(0, Deferral(DEFERRED))
