out = []
for i in range(4):
    try:
        try:
            if i == 0: continue
            if i == 1: raise ValueError(i)
            if i == 2: raise KeyError(i)
            out.append(('body', i))
        except ValueError:
            out.append(('value', i))
            raise
        else:
            out.append(('else', i))
        finally:
            out.append(('finally', i))
    except LookupError as e:
        out.append(('lookup', e.args))
    except ValueError as e:
        out.append(('outer', e.args))
        continue
    finally:
        out.append(('end', i))
for o in out:
    print(o)
# expect: ('finally', 0)
# expect: ('end', 0)
# expect: ('value', 1)
# expect: ('finally', 1)
# expect: ('outer', (1,))
# expect: ('end', 1)
# expect: ('finally', 2)
# expect: ('lookup', (2,))
# expect: ('end', 2)
# expect: ('body', 3)
# expect: ('else', 3)
# expect: ('finally', 3)
# expect: ('end', 3)
def keep():
    try:
        raise ValueError('first')
    except ValueError as e:
        err = e
    try:
        raise err
    except ValueError as again:
        return again is err, again.__context__
print(keep())  # expect: (True, None)
