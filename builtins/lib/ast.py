"""Syntax trees as objects: parsing, looking through them and changing them.

The node classes are those of module _ast; compile() takes trees as well as text.
"""

from _ast import *
import _ast


def parse(source, filename='<unknown>', mode='exec'):
    """The tree of a source text: compile() with the flag PyCF_ONLY_AST."""
    return compile(source, filename, mode, PyCF_ONLY_AST)


_SIGNS = {UAdd: lambda value: +value, USub: lambda value: -value}
_SUMS = {Add: lambda left, right: left + right, Sub: lambda left, right: left - right}


def _number(node):
    """The value of a signed number or a sum of numbers, or None."""
    if isinstance(node, Num):
        return node.n
    if isinstance(node, UnaryOp) and type(node.op) in _SIGNS:
        value = _literal(node.operand)
        if isinstance(value, (int, float, complex)):
            return _SIGNS[type(node.op)](value)
    elif isinstance(node, BinOp) and type(node.op) in _SUMS:
        left, right = _literal(node.left), _literal(node.right)
        if isinstance(left, (int, float, complex)) and isinstance(right, (int, float, complex)):
            return _SUMS[type(node.op)](left, right)
    return None


def _literal(node):
    if isinstance(node, (Constant, NameConstant)):
        return node.value
    if isinstance(node, (Str, Bytes)):
        return node.s
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Dict):
        return {_literal(key): _literal(value) for key, value in zip(node.keys, node.values)}
    value = _number(node)
    if value is None:
        raise ValueError('malformed node or string: ' + repr(node))
    return value


def literal_eval(node_or_string):
    """The value of an expression of literals: numbers, strings, bytes, tuples, lists, dicts, sets, booleans and None.

    Nothing else is evaluated: the text may come from anywhere.
    """
    node = node_or_string
    if isinstance(node, str):
        node = parse(node, mode='eval')
    if isinstance(node, Expression):
        node = node.body
    return _literal(node)


def dump(node, annotate_fields=True, include_attributes=False):
    """The tree as text, mainly for looking at it.

    Without annotate_fields the names of fields are left out; line numbers and columns are shown on request.
    """
    def show(value):
        if isinstance(value, AST):
            shown = [(name, show(field)) for name, field in iter_fields(value)]
            text = value.__class__.__name__ + '('
            text += ', '.join('%s=%s' % pair for pair in shown) if annotate_fields else ', '.join(s for n, s in shown)
            if include_attributes and value._attributes:
                text += ', ' if shown else ' '
                text += ', '.join('%s=%s' % (name, show(getattr(value, name))) for name in value._attributes)
            return text + ')'
        if isinstance(value, list):
            return '[%s]' % ', '.join(map(show, value))
        return repr(value)

    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    return show(node)


def copy_location(new_node, old_node):
    """Give new_node the place of old_node, and return it."""
    for name in ('lineno', 'col_offset'):
        if name in old_node._attributes and name in new_node._attributes and hasattr(old_node, name):
            setattr(new_node, name, getattr(old_node, name))
    return new_node


def fix_missing_locations(node):
    """Give nodes without a place that of the node around them, starting at line 1; return the node."""
    def fix(inner, places):
        for name in ('lineno', 'col_offset'):
            if name in inner._attributes:
                if hasattr(inner, name):
                    places = dict(places, **{name: getattr(inner, name)})
                else:
                    setattr(inner, name, places[name])
        for child in iter_child_nodes(inner):
            fix(child, places)

    fix(node, {'lineno': 1, 'col_offset': 0})
    return node


def increment_lineno(node, n=1):
    """Move the tree by n lines and return it."""
    for child in walk(node):
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
    return node


def iter_fields(node):
    """Pairs (name, value) of the fields that are there."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes directly below: those in fields and in lists of fields."""
    for name, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, AST))


def get_docstring(node, clean=True):
    """The docstring of a function, class or module node, or None; TypeError for others."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    first = node.body[0] if node.body else None
    if not isinstance(first, Expr):
        return None
    if isinstance(first.value, Str):
        text = first.value.s
    elif isinstance(first.value, Constant) and isinstance(first.value.value, str):
        text = first.value.value
    else:
        return None
    if clean:
        import inspect
        text = inspect.cleandoc(text)
    return text


def walk(node):
    """All nodes of the tree, the node itself first, level by level."""
    nodes = [node]
    for node in nodes:
        nodes.extend(iter_child_nodes(node))
        yield node


class NodeVisitor(object):
    """Calls visit_<class name> for nodes; generic_visit where there is no such method.

    A method that wants the nodes below visited calls generic_visit itself.
    """

    def visit(self, node):
        """Visit a node."""
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        """Visit the nodes below."""
        for name, value in iter_fields(node):
            for below in value if isinstance(value, list) else (value,):
                if isinstance(below, AST):
                    self.visit(below)


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what stands in the node's place: a node, None for nothing, in lists also a list."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                kept = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                old[:] = kept
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node
