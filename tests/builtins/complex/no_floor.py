# Complex numbers have no floor, whatever the other operand is: it is not asked.
import operator


class Willing:
    def __rfloordiv__(self, other): return 'floor'
    def __rmod__(self, other): return 'modulo'
    def __rdivmod__(self, other): return 'both'


class Unwilling:
    def __floordiv__(self, other): return NotImplemented
    __mod__ = __divmod__ = __floordiv__


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


for other in (Willing(), Unwilling(), 'a', None, [], 2, 2.5, 3j, 0, 2 ** 2000):
    for operation in (operator.floordiv, operator.mod, divmod, operator.ifloordiv, operator.imod):
        print(type(other).__name__, operation.__name__, attempt(operation, 1j, other), attempt(operation, other, 1j))
    print([attempt(getattr(1j, name), other) for name in ('__floordiv__', '__rmod__', '__divmod__', '__rdivmod__')])
# expect: Willing floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: Willing mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: Willing divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: Willing ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: Willing imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: Unwilling floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: Unwilling mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: Unwilling divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: Unwilling ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: Unwilling imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: str floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: str mod TypeError: can't mod complex numbers. TypeError: not all arguments converted during string formatting
# expect: str divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: str ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: str imod TypeError: can't mod complex numbers. TypeError: not all arguments converted during string formatting
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: NoneType floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: NoneType mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: NoneType divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: NoneType ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: NoneType imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: list floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: list mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: list divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: list ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: list imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: int floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: int mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: int divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: int ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: int imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: float floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: float mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: float divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: float ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: float imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: complex floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: complex mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: complex divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: complex ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: complex imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: int floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: int mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: int divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: int ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: int imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
# expect: int floordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: int mod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: int divmod TypeError: can't take floor or mod of complex number. TypeError: can't take floor or mod of complex number.
# expect: int ifloordiv TypeError: can't take floor of complex number. TypeError: can't take floor of complex number.
# expect: int imod TypeError: can't mod complex numbers. TypeError: can't mod complex numbers.
# expect: ["TypeError: can't take floor of complex number.", "TypeError: can't mod complex numbers.", "TypeError: can't take floor or mod of complex number.", "TypeError: can't take floor or mod of complex number."]
