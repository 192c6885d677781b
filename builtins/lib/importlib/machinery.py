"""The import system's finders and loaders, and the endings of the files that they load."""

from _frozen_importlib import ModuleSpec, BuiltinImporter, FrozenImporter
from _frozen_importlib_external import (SOURCE_SUFFIXES, DEBUG_BYTECODE_SUFFIXES, OPTIMIZED_BYTECODE_SUFFIXES,
                                        BYTECODE_SUFFIXES, EXTENSION_SUFFIXES)
from _frozen_importlib_external import (WindowsRegistryFinder, PathFinder, FileFinder, SourceFileLoader,
                                        SourcelessFileLoader, ExtensionFileLoader)


def all_suffixes():
    """All file endings that modules may have."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
