# Events of poll objects are unsigned shorts.
import select

p = select.poll()
for mask in (-1, 1 << 16, 1 << 64, -1 << 64, 0xffff):
    for method in (p.register, p.modify):
        try:
            print(method(0, mask))
        except Exception as e:
            print(type(e).__name__, e)
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError Python int too large for C unsigned short
# expect: OverflowError Python int too large for C unsigned short
# expect: OverflowError Python int too large to convert to C unsigned long
# expect: OverflowError Python int too large to convert to C unsigned long
# expect: OverflowError can't convert negative value to unsigned int
# expect: OverflowError can't convert negative value to unsigned int
# expect: None
# expect: None
