# The nodes of module ast, and trees made by programs.
import ast


def text_of(node):
    if isinstance(node, list): return '[%s]' % ', '.join(map(text_of, node))
    if not isinstance(node, ast.AST): return repr(node)
    if isinstance(node, (ast.Name, ast.Attribute)): return type(node).__name__
    return '%s(%s)' % (type(node).__name__, ', '.join('%s=%s' % (n, text_of(getattr(node, n))) for n in node._fields))


def show(source):
    tree = ast.parse(source)
    print(text_of(tree.body[0].cases[0].pattern))


for pattern in ('x', '_', '[x, *y]', '[*_]', '(x)', '(x,)', '{**z}', 'a.b.c', 'None', 'True', 'C()', 'C(x, y=z)', 'a.B(_)', 'x as y', '[a] | {}',
                '[x | _ as z]', 'x, *_'):
    show('match s:\n  case %s: pass' % pattern)
# expect: MatchAs(pattern=None, name='x')
# expect: MatchAs(pattern=None, name=None)
# expect: MatchSequence(patterns=[MatchAs(pattern=None, name='x'), MatchStar(name='y')])
# expect: MatchSequence(patterns=[MatchStar(name=None)])
# expect: MatchAs(pattern=None, name='x')
# expect: MatchSequence(patterns=[MatchAs(pattern=None, name='x')])
# expect: MatchMapping(keys=[], patterns=[], rest='z')
# expect: MatchValue(value=Attribute)
# expect: MatchSingleton(value=None)
# expect: MatchSingleton(value=True)
# expect: MatchClass(cls=Name, patterns=[], kwd_attrs=[], kwd_patterns=[])
# expect: MatchClass(cls=Name, patterns=[MatchAs(pattern=None, name='x')], kwd_attrs=['y'], kwd_patterns=[MatchAs(pattern=None, name='z')])
# expect: MatchClass(cls=Attribute, patterns=[MatchAs(pattern=None, name=None)], kwd_attrs=[], kwd_patterns=[])
# expect: MatchAs(pattern=MatchAs(pattern=None, name='x'), name='y')
# expect: MatchOr(patterns=[MatchSequence(patterns=[MatchAs(pattern=None, name='a')]), MatchMapping(keys=[], patterns=[], rest=None)])
# expect: MatchSequence(patterns=[MatchAs(pattern=MatchOr(patterns=[MatchAs(pattern=None, name='x'), MatchAs(pattern=None, name=None)]), name='z')])
# expect: MatchSequence(patterns=[MatchAs(pattern=None, name='x'), MatchStar(name=None)])
for cls in (ast.Match, ast.match_case, ast.MatchValue, ast.MatchSingleton, ast.MatchSequence, ast.MatchMapping, ast.MatchClass, ast.MatchStar,
            ast.MatchAs, ast.MatchOr):
    print(cls.__name__, cls._fields, cls.__match_args__, cls.__base__.__name__)
# expect: Match ('subject', 'cases') ('subject', 'cases') stmt
# expect: match_case ('pattern', 'guard', 'body') ('pattern', 'guard', 'body') AST
# expect: MatchValue ('value',) ('value',) pattern
# expect: MatchSingleton ('value',) ('value',) pattern
# expect: MatchSequence ('patterns',) ('patterns',) pattern
# expect: MatchMapping ('keys', 'patterns', 'rest') ('keys', 'patterns', 'rest') pattern
# expect: MatchClass ('cls', 'patterns', 'kwd_attrs', 'kwd_patterns') ('cls', 'patterns', 'kwd_attrs', 'kwd_patterns') pattern
# expect: MatchStar ('name',) ('name',) pattern
# expect: MatchAs ('pattern', 'name') ('pattern', 'name') pattern
# expect: MatchOr ('patterns',) ('patterns',) pattern
print(issubclass(ast.pattern, ast.AST), ast.pattern._fields)  # expect: True ()
tree = ast.parse('match s:\n  case (a |\n        b.c): pass\n  case {"k": [*r]} if g: pass')
for node in ast.walk(tree):
    if isinstance(node, ast.pattern): print(type(node).__name__, node.lineno, node.col_offset)
# expect: MatchOr 2 8
# expect: MatchMapping 4 7
# expect: MatchAs 2 8
# expect: MatchValue 3 8
# expect: MatchSequence 4 13
# expect: MatchStar 4 14
print([(type(case.guard).__name__, len(case.body)) for case in tree.body[0].cases])  # expect: [('NoneType', 1), ('Name', 1)]


def run(cases, subject):
    match = ast.Match(subject=ast.Name(id='s', ctx=ast.Load()), cases=cases)
    module = ast.parse('')
    module.body.append(match)
    ast.fix_missing_locations(module)
    space = {'s': subject}
    try:
        exec(compile(module, '<tree>', 'exec'), space)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print({k: v for k, v in space.items() if k not in ('s', '__builtins__')})


def case(pattern, guard=None, body='done = True'):
    return ast.match_case(pattern=pattern, guard=guard, body=ast.parse(body).body)


def number(n): return ast.parse(repr(n), mode='eval').body
def text(s): return ast.parse(repr(s), mode='eval').body
def expr(s): return ast.parse(s, mode='eval').body


A = ast.MatchAs
x, y, wild = A(name='x'), A(name='y'), A()
run([case(ast.MatchValue(number(1))), case(x)], 2)  # expect: {'x': 2, 'done': True}
run([case(ast.MatchSequence([x, ast.MatchStar(name='rest'), ast.MatchValue(number(-3))]))], [1, 2, -3])  # expect: {'x': 1, 'rest': [2], 'done': True}
run([case(ast.MatchMapping(keys=[text('k'), expr('None')], patterns=[x, wild], rest='others'))], {'k': 1, None: 2, 'z': 3})  # expect: {'x': 1, 'others': {'z': 3}, 'done': True}
run([case(ast.MatchClass(cls=expr('int'), patterns=[x], kwd_attrs=['real'], kwd_patterns=[y]))], 7)  # expect: {'x': 7, 'y': 7, 'done': True}
run([case(ast.MatchOr([ast.MatchValue(number(1)), ast.MatchSingleton(None)])), case(A(pattern=ast.MatchSingleton(True), name='x'))], True)  # expect: {'done': True}
run([case(x, expr('x > 1')), case(wild, None, 'other = 1')], 1)  # expect: {'x': 1, 'other': 1}
# What is wrong with a tree is a ValueError.
run([], 1)  # expect: ValueError empty cases on Match
run([ast.match_case(pattern=x, guard=None, body=[])], 1)  # expect: ValueError empty body on match_case
run([case(ast.MatchStar(name='x'))], 1)  # expect: ValueError can't use MatchStar here
run([case(ast.MatchStar())], 1)  # expect: ValueError can't use MatchStar here
run([case(A(pattern=x))], 1)  # expect: ValueError MatchAs must specify a target name if a pattern is given
run([case(A(name='_'))], 1)  # expect: ValueError can't capture name '_' in patterns
run([case(A(pattern=x, name='_'))], 1)  # expect: ValueError can't capture name '_' in patterns
run([case(ast.MatchOr([x]))], 1)  # expect: ValueError MatchOr requires at least 2 patterns
run([case(ast.MatchOr([]))], 1)  # expect: ValueError MatchOr requires at least 2 patterns
run([case(ast.MatchMapping(keys=[text('k')], patterns=[], rest=None))], 1)  # expect: ValueError MatchMapping doesn't have the same number of keys as patterns
run([case(ast.MatchMapping(keys=[expr('k')], patterns=[x], rest=None))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchMapping(keys=[], patterns=[], rest='_'))], 1)  # expect: ValueError can't capture name '_' in patterns
run([case(ast.MatchClass(cls=expr('f()'), patterns=[], kwd_attrs=[], kwd_patterns=[]))], 1)  # expect: ValueError MatchClass cls field can only contain Name or Attribute nodes.
run([case(ast.MatchClass(cls=expr('int'), patterns=[], kwd_attrs=['a'], kwd_patterns=[]))], 1)  # expect: ValueError MatchClass doesn't have the same number of keyword attributes as patterns
run([case(ast.MatchClass(cls=expr('int'), patterns=[ast.MatchStar(name='x')], kwd_attrs=[], kwd_patterns=[]))], 1)  # expect: ValueError can't use MatchStar here
run([case(ast.MatchClass(cls=expr('int'), patterns=[], kwd_attrs=['a'], kwd_patterns=[ast.MatchStar(name='x')]))], 1)  # expect: ValueError can't use MatchStar here
run([case(ast.MatchValue(expr('x')))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchValue(expr('[1]')))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchValue(expr('1 + 2')))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchValue(expr('1j + 2j')))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchValue(expr('+1')))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchValue(expr('- -1')))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchValue(expr('1 * 2j')))], 1)  # expect: ValueError patterns may only match literals and attribute lookups
run([case(ast.MatchValue(expr('None')))], 1)  # expect: ValueError unexpected constant inside of a literal pattern
run([case(ast.MatchValue(expr('...')))], 1)  # expect: ValueError unexpected constant inside of a literal pattern
run([case(ast.MatchValue(expr('f"a"')))], 1)  # expect: SyntaxError patterns may only match literals and attribute lookups (<tree>, line 1)
run([case(ast.MatchValue(expr('-1 - 2j')))], -1 - 2j)  # expect: {'done': True}
run([case(ast.MatchSingleton(1))], 1)  # expect: ValueError MatchSingleton can only contain True, False and None
run([case(ast.MatchSingleton('x'))], 1)  # expect: ValueError MatchSingleton can only contain True, False and None
run([case(ast.MatchSequence([ast.MatchStar(), ast.MatchStar()]))], 1)  # expect: SyntaxError multiple starred names in sequence pattern (<tree>, line 1)
run([case(ast.MatchSequence([ast.MatchOr([ast.MatchStar(), x])]))], 1)  # expect: ValueError can't use MatchStar here
run([case(x), case(y)], 1)  # expect: SyntaxError name capture 'x' makes remaining patterns unreachable (<tree>, line 1)
run([case(ast.MatchSequence([x, x]))], 1)  # expect: SyntaxError multiple assignments to name 'x' in pattern (<tree>, line 1)
run([case(A(name='True'))], 1)  # expect: ValueError identifier field can't represent 'True' constant
run([case(ast.MatchClass(cls=expr('a.b.c.d'), patterns=[], kwd_attrs=['None'], kwd_patterns=[x]))], 1)  # expect: ValueError identifier field can't represent 'None' constant
run([ast.Name(id='x', ctx=ast.Load())], 1)  # expect: TypeError required field "pattern" missing from match_case
match ast.parse('a.b(c)', mode='eval'):
    case ast.Expression(ast.Call(ast.Attribute(ast.Name(a), b), [ast.Name(id=c)])): print(a, b, c)  # expect: a b c


class Names(ast.NodeVisitor):
    def visit_MatchAs(self, node):
        print('as', node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node): print('star', node.name)


Names().visit(ast.parse('match s:\n  case [a as b, *c, {"k": d}]: pass'))  # expect: as b
# expect: as a
# expect: star c
# expect: as d
