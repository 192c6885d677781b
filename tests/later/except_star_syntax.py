# What is refused, and the tree.
# (Written as 3.7 and later write the repr of an exception: without a comma before the parenthesis.)
import builtins
import ast


def print(*values, **options):
    builtins.print(*(str(value).replace(',)', ')') for value in values), **options)


def refused(source):
    try:
        compile(source, 'test', 'exec')
        print('fine')
    except SyntaxError as error:
        print(error.msg, error.lineno if error.lineno != -1 else '')


TRY = 'try:\n    pass\n'
refused(TRY + 'except* A:\n    pass\nexcept B:\n    pass\n')  # expect: cannot have both 'except' and 'except*' on the same 'try' 5
refused(TRY + 'except A:\n    pass\nexcept* B:\n    pass\n')  # expect: cannot have both 'except' and 'except*' on the same 'try' 5
refused(TRY + 'except* A:\n    pass\nexcept:\n    pass\n')  # expect: cannot have both 'except' and 'except*' on the same 'try' 5
refused(TRY + 'except:\n    pass\nexcept* A:\n    pass\n')  # expect: cannot have both 'except' and 'except*' on the same 'try' 5
refused(TRY + 'except*:\n    pass\n')  # expect: expected one or more exception types 3
refused(TRY + 'except* A:\n    pass\nexcept*:\n    pass\n')  # expect: expected one or more exception types 5
refused(TRY + 'except* A as e.x:\n    pass\n')  # expect: invalid syntax 3
refused(TRY + 'except* *A:\n    pass\n')  # expect: invalid syntax 3
refused(TRY + 'except* A as 1:\n    pass\n')  # expect: invalid syntax 3
refused(TRY + 'except* A:\n    break\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 4
refused(TRY + 'except* A:\n    continue\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 4
refused(TRY + 'except* A:\n    return\n')  # expect: 'return' outside function 4
refused('for x in y:\n    try:\n        pass\n    except* A:\n        break\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 5
refused('for x in y:\n    try:\n        pass\n    except* A:\n        continue\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 5
refused('def f():\n    try:\n        pass\n    except* A as e:\n        return\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 5
refused('def f():\n    try:\n        pass\n    except* A as e:\n        for i in j:\n            return x\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 6
refused('def f():\n    try:\n        pass\n    except* A as e:\n        for i in j:\n            break\n        else:\n'
        '            break\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 8
refused('async def f():\n    try:\n        pass\n    except* A as e:\n        return x\n')  # expect: 'break', 'continue' and 'return' cannot appear in an except* block 5
refused('def f():\n    try:\n        return 1\n    except* A as e:\n        pass\n    else:\n        return 2\n'
        '    finally:\n        return 3\n')  # expect: fine
refused('def f():\n    try:\n        pass\n    except* A as e:\n        def g():\n            return 2\n'
        '        class C:\n            for i in j:\n                break\n')  # expect: fine
refused('for i in j:\n    try:\n        break\n    except* A:\n        for i in j:\n            continue\n')  # expect: fine
refused('try:\n    pass\nexcept * A:\n    pass\n')  # expect: fine
refused('try:\n    pass\nexcept *A:\n    pass\n')  # expect: fine
refused('try:\n    pass\nexcept *(A, B) as e:\n    pass\nelse:\n    pass\nfinally:\n    pass\n')  # expect: fine
refused('def f():\n    try:\n        pass\n    except* (yield) as e:\n        pass\n')  # expect: fine
tree = ast.parse(TRY + 'except* A as e:\n    x\nexcept* B:\n    y\nelse:\n    z\nfinally:\n    w\n').body[0]
print(type(tree).__name__, tree._fields, tree.lineno, tree.col_offset)  # expect: TryStar ('body', 'handlers', 'orelse', 'finalbody') 1 0
print([type(handler).__name__ for handler in tree.handlers], tree.handlers[0].name, tree.handlers[1].name)  # expect: ['ExceptHandler', 'ExceptHandler'] e None
print(ast.dump(tree.handlers[1].type), len(tree.body), len(tree.orelse), len(tree.finalbody))  # expect: Name(id='B', ctx=Load()) 1 1 1
print(type(ast.parse(TRY + 'except A:\n    pass\n').body[0]).__name__)  # expect: Try
tree = ast.parse('try:\n    raise ExceptionGroup("g", [KeyError(1), ValueError(2)])\nexcept* KeyError as e:\n    print(repr(e))\n'
                 'except* ValueError as f:\n    print(repr(f))\n')
exec(compile(tree, 'made', 'exec'))  # expect: ExceptionGroup('g', [KeyError(1)])
# expect: ExceptionGroup('g', [ValueError(2)])

tree.body[0].handlers[0].type = None
try:
    compile(tree, 'made', 'exec')
except (ValueError, SyntaxError, TypeError) as error:
    print('refused')  # expect: refused
