# Trees of type statements and type parameters: fields, compiling from objects, what is refused.
import ast


def fields(node):
    return type(node).__name__, node._fields


tree = ast.parse('def f[T: int = str, *Ts, **P](): pass\nasync def g[T](): pass\nclass C[T]: pass\ntype X[T] = int\ntype Y = 1')
for statement in tree.body:
    print(type(statement).__name__, [(type(p).__name__, p._fields, p.name, p.lineno, p.col_offset) for p in statement.type_params])
# expect: FunctionDef [('TypeVar', ('name', 'bound', 'default_value'), 'T', 1, 6), ('TypeVarTuple', ('name', 'default_value'), 'Ts', 1, 20), ('ParamSpec', ('name', 'default_value'), 'P', 1, 25)]
# expect: AsyncFunctionDef [('TypeVar', ('name', 'bound', 'default_value'), 'T', 2, 12)]
# expect: ClassDef [('TypeVar', ('name', 'bound', 'default_value'), 'T', 3, 8)]
# expect: TypeAlias [('TypeVar', ('name', 'bound', 'default_value'), 'T', 4, 7)]
# expect: TypeAlias []
print('type_params' in tree.body[0]._fields, tree.body[3]._fields, tree.body[3].name.id, type(tree.body[3].name.ctx).__name__)  # expect: True ('name', 'type_params', 'value') X Store
print(ast.TypeVar._fields, ast.ParamSpec._fields, ast.TypeVarTuple._fields, ast.TypeAlias._fields, *[c.__bases__[0].__name__ for c in (ast.TypeVar, ast.type_param, ast.TypeAlias)])  # expect: ('name', 'bound', 'default_value') ('name', 'default_value') ('name', 'default_value') ('name', 'type_params', 'value') type_param AST stmt
print(type(tree.body[0].type_params[0].bound).__name__, type(tree.body[0].type_params[0].default_value).__name__, tree.body[0].type_params[1].default_value)  # expect: Name Name None
ns = {'__name__': 'tree'}
exec(compile(tree, 'tree', 'exec'), ns)  # expect raises: SyntaxError: non-default type parameter 'Ts' follows default type parameter
print(ns['f'].__type_params__, ns['f'].__type_params__[0].__bound__, ns['C'].__type_params__, ns['X'], ns['X'].__value__, ns['Y'].__value__)
for node in ast.walk(tree):
    if isinstance(node, ast.type_param):
        print(node.name, end=' ')
print()


def attempt(change):
    tree = ast.parse('type X[T] = int')
    change(tree.body[0])
    try:
        compile(tree, '<tree>', 'exec')
        print('compiles')
    except Exception as error:
        print(type(error).__name__, error)


def number(): return ast.copy_location(ast.parse('1', mode='eval').body, ast.parse('1').body[0])


attempt(lambda alias: setattr(alias, 'name', number()))
attempt(lambda alias: setattr(alias, 'value', None) if 0 else None)
attempt(lambda alias: setattr(alias.type_params[0], 'name', 'None'))
attempt(lambda alias: setattr(alias.type_params[0], 'bound', ast.copy_location(ast.Name('x', ast.Store()), alias)))
attempt(lambda alias: alias.type_params.append(alias.type_params[0]))
attempt(lambda alias: alias.type_params.clear())


class Rename(ast.NodeTransformer):
    def visit_TypeVar(self, node):
        node.name = 'New'
        return node


renamed = Rename().visit(ast.parse('type X[T: int] = New'))
exec(compile(renamed, 'tree', 'exec'), ns)
print(ns['X'].__value__, ns['X'].__type_params__)
