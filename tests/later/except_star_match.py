# except*: which clauses run, with what, and what is raised in the end.
# (Written as 3.7 and later write the repr of an exception: without a comma before the parenthesis.)
import builtins
import sys


def print(*values, **options):
    builtins.print(*(str(value).replace(',)', ')') for value in values), **options)


def run(error, *rows):
    """An except* clause for each row: classes and what is done."""


def tree(error):
    if isinstance(error, BaseExceptionGroup):
        return '%s(%r: %s)' % (type(error).__name__, error.message, ', '.join(map(tree, error.exceptions)))
    return repr(error)


def lines(error):
    out, trace = [], error.__traceback__
    while trace:
        out.append(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    return out


def outcome(function, *args):
    try:
        function(*args)
        print('   nothing')
    except BaseException as error:
        print('  ', tree(error), lines(error), repr(error.__context__), repr(error.__cause__))


def one(error):
    try:
        raise error
    except* ValueError as caught:
        print(tree(caught), lines(caught), sys.exc_info()[1] is caught, sys.exc_info()[0].__name__)


def two(error):
    try:
        raise error
    except* ValueError as values:
        print('values', tree(values))
    except* (TypeError, OSError) as others:
        print('others', tree(others))
    else:
        print('else')
    finally:
        print('finally')


def make():
    return ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), KeyError(4)])])


outcome(one, ValueError(1))  # expect: ExceptionGroup('': ValueError(1)) [] True ExceptionGroup
# expect:    nothing

outcome(one, TypeError(1))  # expect:    TypeError(1) ['outcome', 'one'] None None
outcome(one, KeyboardInterrupt())  # expect:    KeyboardInterrupt() ['outcome', 'one'] None None
outcome(one, ExceptionGroup('g', [ValueError(1)]))  # expect: ExceptionGroup('g': ValueError(1)) ['one'] True ExceptionGroup
# expect:    nothing

outcome(one, ExceptionGroup('g', [TypeError(1)]))  # expect:    ExceptionGroup('g': TypeError(1)) ['outcome', 'one'] None None
outcome(one, make())  # expect: ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3))) ['one'] True ExceptionGroup
# expect:    ExceptionGroup('g': TypeError(2), ExceptionGroup('h': KeyError(4))) ['outcome', 'one'] None None

outcome(one, BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(5)]))  # expect: ExceptionGroup('b': ValueError(5)) ['one'] True ExceptionGroup
# expect:    BaseExceptionGroup('b': KeyboardInterrupt()) ['outcome', 'one'] None None

outcome(two, ValueError(1))  # expect: values ExceptionGroup('': ValueError(1))
# expect: finally
# expect:    nothing


outcome(two, OSError(1))  # expect: others ExceptionGroup('': OSError(1))
# expect: finally
# expect:    nothing


outcome(two, KeyError(1))  # expect: finally
# expect:    KeyError(1) ['outcome', 'two'] None None

outcome(two, make())  # expect: values ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3)))
# expect: others ExceptionGroup('g': TypeError(2))
# expect: finally
# expect:    ExceptionGroup('g': ExceptionGroup('h': KeyError(4))) ['outcome', 'two'] None None


outcome(two, ExceptionGroup('g', [ValueError(1), TypeError(2)]))  # expect: values ExceptionGroup('g': ValueError(1))
# expect: others ExceptionGroup('g': TypeError(2))
# expect: finally
# expect:    nothing


def nothing_raised():
    try:
        pass
    except* ValueError:
        print('wrong')
    else:
        print('else')
    finally:
        print('finally')
    try:
        print('body')
    except* (ValueError, TypeError) as error:
        print('wrong')


outcome(nothing_raised)  # expect: else
# expect: finally
# expect: body
# expect:    nothing


def bare_raise(error):
    try:
        raise error
    except* ValueError:
        raise
    except* TypeError:
        pass


outcome(bare_raise, ValueError(1))  # expect:    ExceptionGroup('': ValueError(1)) ['outcome'] None None
outcome(bare_raise, TypeError(1))  # expect:    nothing
outcome(bare_raise, make())  # expect:    ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3), KeyError(4))) ['outcome', 'bare_raise'] None None
outcome(bare_raise, ExceptionGroup('g', [ValueError(1), TypeError(2)]))  # expect:    ExceptionGroup('g': ValueError(1)) ['outcome', 'bare_raise'] None None


def raise_same(error):
    try:
        raise error
    except* ValueError as caught:
        raise caught


outcome(raise_same, ValueError(1))  # expect:    ExceptionGroup('': ValueError(1)) ['outcome', 'raise_same'] None None
outcome(raise_same, make())  # expect:    ExceptionGroup('': ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3))), ExceptionGroup('g': TypeError(2), ExceptionGroup('h': KeyError(4)))) ['outcome'] None None


def raise_others(error):
    try:
        raise error
    except* ValueError as caught:
        raise KeyError('in values')
    except* TypeError as caught:
        raise OSError('in types') from caught


outcome(raise_others, ValueError(1))  # expect:    KeyError('in values') ['outcome', 'raise_others'] ExceptionGroup('', (ValueError(1))) None
outcome(raise_others, make())  # expect:    ExceptionGroup('': KeyError('in values'), OSError('in types'), ExceptionGroup('g': ExceptionGroup('h': KeyError(4)))) ['outcome'] None None
outcome(raise_others, ExceptionGroup('g', [ValueError(1)]))  # expect:    KeyError('in values') ['outcome', 'raise_others'] ExceptionGroup('g', [ValueError(1)]) None
outcome(raise_others, ExceptionGroup('g', [ValueError(1), TypeError(2)]))  # expect:    ExceptionGroup('': KeyError('in values'), OSError('in types')) ['outcome'] None None


def raise_and_pass(error):
    try:
        raise error
    except* ValueError:
        raise
    except* TypeError:
        raise RuntimeError('new')
    except* KeyError:
        raise


outcome(raise_and_pass, make())  # expect:    ExceptionGroup('': RuntimeError('new'), ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3), KeyError(4)))) ['outcome'] None None


def contexts(error):
    try:
        raise error
    except* ValueError:
        try:
            1 / 0
        except ZeroDivisionError as inner:
            print(repr(inner.__context__), sys.exc_info()[1] is inner)
        print(repr(sys.exc_info()[1]))
    except* TypeError:
        print(repr(sys.exc_info()[1]))
    print(sys.exc_info())


outcome(contexts, ExceptionGroup('g', [ValueError(1), TypeError(2)]))  # expect: ExceptionGroup('g', [ValueError(1)]) True
# expect: ExceptionGroup('g', [ValueError(1)])
# expect: ExceptionGroup('g', [TypeError(2)])
# expect: (None, None, None)
# expect:    nothing


outcome(contexts, make())  # expect: ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]) True
# expect: ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])])
# expect: ExceptionGroup('g', [TypeError(2)])
# expect:    ExceptionGroup('g': ExceptionGroup('h': KeyError(4))) ['outcome', 'contexts'] None None


print(sys.exc_info())  # expect: (None, None, None)


def inside_handler():
    try:
        raise KeyError('outer')
    except KeyError:
        outcome(one, ValueError(1))
        outcome(one, make())
        print(repr(sys.exc_info()[1]))
        try:
            raise ValueError(2)
        except* ValueError as caught:
            print(repr(caught.__context__), repr(caught.exceptions[0].__context__))
        print(repr(sys.exc_info()[1]))


inside_handler()  # expect: ExceptionGroup('': ValueError(1)) [] True ExceptionGroup
# expect:    nothing
# expect: ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3))) ['one'] True ExceptionGroup
# expect:    ExceptionGroup('g': TypeError(2), ExceptionGroup('h': KeyError(4))) ['outcome', 'one'] KeyError('outer') None
# expect: KeyError('outer')
# expect: None KeyError('outer')
# expect: KeyError('outer')


def wrong_type(kind, error):
    try:
        raise error
    except* ValueError:
        print('values')
    except* kind:
        print('wrong')


for kind in (5, 'x', int, object, ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup), (TypeError, 5),
             (TypeError, (KeyError,)), [TypeError], type('Sub', (ExceptionGroup,), {})):
    outcome(wrong_type, kind, TypeError(1))
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] TypeError(1) None
# expect:    TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') ['outcome', 'wrong_type'] TypeError(1) None


outcome(wrong_type, 5, ValueError(1))  # expect: values
# expect:    TypeError('catching classes that do not inherit from BaseException is not allowed') ['outcome', 'wrong_type'] ExceptionGroup('', (ValueError(1))) None

outcome(wrong_type, ExceptionGroup, make())  # expect: values
# expect:    TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.') ['outcome', 'wrong_type'] ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]) None

outcome(wrong_type, (), TypeError(2))  # expect:    TypeError(2) ['outcome', 'wrong_type'] None None


def type_fails(error):
    try:
        raise error
    except* ValueError:
        raise KeyError('lost')
    except* 1 / 0:
        print('wrong')


outcome(type_fails, make())  # expect:    ZeroDivisionError('division by zero') ['outcome', 'type_fails'] ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]) None


def order(error):
    def said(kind):
        print('asked', kind.__name__)
        return kind
    try:
        raise error
    except* said(ValueError):
        print('values')
    except* said(TypeError):
        print('types')
    except* said(KeyError):
        print('keys')


outcome(order, ValueError(1))  # expect: asked ValueError
# expect: values
# expect: asked TypeError
# expect: asked KeyError
# expect:    nothing


outcome(order, make())  # expect: asked ValueError
# expect: values
# expect: asked TypeError
# expect: types
# expect: asked KeyError
# expect: keys
# expect:    nothing


def names():
    e = 'before'
    try:
        raise ValueError(1)
    except* ValueError as e:
        pass
    try:
        print(e)
    except UnboundLocalError as error:
        print('unbound')
    try:
        try:
            raise ValueError(1)
        except* ValueError as e:
            raise KeyError
    except KeyError:
        print('e' in locals())
    try:
        raise ValueError(1)
    except* ValueError as e:
        del e
    print('e' in locals())


names()  # expect: unbound
# expect: False
# expect: False


try:
    raise ValueError(1)
except* ValueError as module_level:
    print(repr(module_level))  # expect: ExceptionGroup('', (ValueError(1)))
print('module_level' in globals())  # expect: False


class Body:
    try:
        raise ValueError(2)
    except* ValueError as in_class:
        print(repr(in_class), 'in_class' in vars())
    print('in_class' in vars())
# expect: ExceptionGroup('', (ValueError(2))) True
# expect: False


def cell():
    try:
        raise ValueError(3)
    except* ValueError as shared:
        print(repr((lambda: shared)()))
    try:
        (lambda: shared)()
    except NameError as error:
        print(type(error).__name__)


cell()  # expect: ExceptionGroup('', (ValueError(3)))
# expect: NameError


def loops(error):
    for i in range(2):
        try:
            raise error
        except* ValueError as caught:
            for j in range(3):
                if j == 1:
                    break
                while True:
                    break
                else:
                    continue
                print(i, j)
        except* TypeError:
            with open('/dev/null'):
                for k in range(2):
                    continue
            print('types', i)


outcome(loops, ExceptionGroup('g', [ValueError(1), TypeError(2)]))  # expect: 0 0
# expect: types 0
# expect: 1 0
# expect: types 1
# expect:    nothing


def nested(error):
    try:
        try:
            raise error
        except* ValueError as caught:
            print('inner', tree(caught))
            try:
                raise caught
            except* ValueError as again:
                print('again', tree(again))
                raise OSError(5)
        except* KeyError:
            print('keys')
    except* TypeError as caught:
        print('outer', tree(caught))
    except* OSError as caught:
        print('os', tree(caught))


outcome(nested, make())  # expect: inner ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3)))
# expect: again ExceptionGroup('g': ValueError(1), ExceptionGroup('h': ValueError(3)))
# expect: keys
# expect: outer ExceptionGroup('': ExceptionGroup('g': TypeError(2)))
# expect: os ExceptionGroup('': OSError(5))
# expect:    nothing


def finally_raises(error):
    try:
        raise error
    except* ValueError:
        pass
    finally:
        raise RuntimeError('finally')


outcome(finally_raises, make())  # expect:    RuntimeError('finally') ['outcome', 'finally_raises'] ExceptionGroup('g', [TypeError(2), ExceptionGroup('h', [KeyError(4)])]) None


def returns(error):
    try:
        raise error
    except* ValueError:
        pass
    finally:
        return 5


print(returns(make()))  # expect: 5


def generator(error):
    try:
        raise error
    except* ValueError as caught:
        print('got', (yield tree(caught)))
        yield repr(sys.exc_info()[1])
    except* TypeError as caught:
        yield tree(caught)
        raise
    yield repr(sys.exc_info()[1])


outcome(lambda: print(list(generator(ExceptionGroup('g', [ValueError(1)])))))  # expect: got None
# expect: ["ExceptionGroup('g': ValueError(1))", "ExceptionGroup('g', [ValueError(1)])", 'None']
# expect:    nothing


outcome(lambda: print(list(generator(make()))))  # expect: got None
# expect:    ExceptionGroup('g': TypeError(2), ExceptionGroup('h': KeyError(4))) ['outcome', '<lambda>', 'generator'] None None

steps = generator(ExceptionGroup('g', [ValueError(1), TypeError(2)]))
print(next(steps), steps.send('sent'), next(steps))  # expect: got sent
# expect: ExceptionGroup('g': ValueError(1)) ExceptionGroup('g', [ValueError(1)]) ExceptionGroup('g': TypeError(2))

steps.close()
steps = generator(make())
next(steps)
outcome(steps.close)  # expect:    RuntimeError('generator ignored GeneratorExit') ['outcome'] None None


async def coroutine(error):
    try:
        raise error
    except* ValueError:
        await never()


async def never():
    raise LookupError('awaited')


outcome(coroutine(make()).send, None)  # expect:    ExceptionGroup('': LookupError('awaited'), ExceptionGroup('g': TypeError(2), ExceptionGroup('h': KeyError(4)))) ['outcome'] None None


def many_names():
    a, b, c = 1, 2, 3
    try:
        raise make()
    except* KeyError as a:
        b = tree(a)
    except* TypeError as b:
        c = tree(b)
    except* ValueError as c:
        d = tree(c)
    return sorted(locals())


print(many_names())  # expect: ['d']


def group_raised_inside(error):
    try:
        raise error
    except* ValueError:
        raise ExceptionGroup('new', [KeyError(1), OSError(2)])


outcome(group_raised_inside, make())  # expect:    ExceptionGroup('': ExceptionGroup('new': KeyError(1), OSError(2)), ExceptionGroup('g': TypeError(2), ExceptionGroup('h': KeyError(4)))) ['outcome'] None None
outcome(group_raised_inside, ValueError(1))  # expect:    ExceptionGroup('new': KeyError(1), OSError(2)) ['outcome', 'group_raised_inside'] ExceptionGroup('', (ValueError(1))) None


def notes_kept():
    group = make()
    group.add_note('of g')
    group.exceptions[2].add_note('of h')
    try:
        try:
            raise group
        except* ValueError as caught:
            print(caught.__notes__, caught.exceptions[1].__notes__)
    except* Exception as left:
        print(left.__notes__, left.exceptions[1].__notes__)


notes_kept()  # expect: ['of g'] ['of h']
# expect: ['of g'] ['of h']


def kept_attributes():
    try:
        try:
            try:
                raise KeyError('context')
            except KeyError:
                raise make() from OSError('cause')
        except* ValueError as caught:
            print(repr(caught.__context__), repr(caught.__cause__), caught.__suppress_context__)
            raise
    except ExceptionGroup as error:
        print(tree(error), repr(error.__context__), repr(error.__cause__), error.__suppress_context__)


kept_attributes()  # expect: KeyError('context') OSError('cause') True
# expect: ExceptionGroup('g': ValueError(1), TypeError(2), ExceptionGroup('h': ValueError(3), KeyError(4))) KeyError('context') OSError('cause') True
