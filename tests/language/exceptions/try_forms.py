def run(n):
    try:
        print('try', n)
        if n == 1:
            raise ValueError('v')
        if n == 2:
            raise KeyError('k')
        if n == 3:
            raise OSError('o')
        if n == 4:
            return 'returned'
    except ValueError as e:
        print('except', e)
    except (KeyError, IndexError) as e:
        print('tuple', repr(e))
        return 'from except'
    else:
        print('else')
        return 'from else'
    finally:
        print('finally')
    return 'end'
for n in range(5):
    try:
        print(run(n))
    except OSError as e:
        print('outer', e)
# expect: try 0
# expect: else
# expect: finally
# expect: from else
# expect: try 1
# expect: except v
# expect: finally
# expect: end
# expect: try 2
# expect: tuple KeyError('k',)
# expect: finally
# expect: from except
# expect: try 3
# expect: finally
# expect: outer o
# expect: try 4
# expect: finally
# expect: returned
