"""The names of docs/later-additions.md, and what they are in the Python that runs this."""
import importlib
import inspect
import os
import re

# The folder of this file; -I leaves no other way to it.
HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = os.path.join(HERE, '..', '..', 'docs', 'later-additions.md')
LIST = os.path.join(HERE, 'later.txt')


def listed():
    with open(PAGE, encoding='utf-8') as page:
        return re.findall(r'^\| `([\w.]+)` \| 3\.\d+ \| ', page.read(), re.M)


def find(name):
    """The object and whether it stands in a module written in Python."""
    parts = name.split('.')
    for place in (parts[0], 'builtins'):
        try:
            found = importlib.import_module(place)
        except ImportError:
            continue
        rest = parts[1:] if place == parts[0] else parts
        for part in rest:
            found = getattr(found, part)
        return found


def signature_of(value):
    try:
        text = str(inspect.signature(value))
    except (ValueError, TypeError):
        return '-'
    if not inspect.isfunction(value):
        return text
    # Modules written in Python do not say which parameters have no name.
    return text.replace(', /', '').replace('/, ', '')
