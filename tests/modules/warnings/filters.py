import warnings, linecache, sys
def f():
    warnings.warn("deep", DeprecationWarning, stacklevel=2)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("a")
    warnings.warn("a")
    f()
print([(str(w.message), w.category.__name__, w.lineno) for w in log])
print(log[0])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("e", RuntimeWarning)
    except RuntimeWarning as e: print("raised", e)
warnings.warn("shown")
for i in range(3): warnings.warn("once only")
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "  x = 1"))
try: warnings.simplefilter("zz")
except AssertionError as e: print(e)
def mine(*a): print("mine", a[0], a[1].__name__, a[3])
warnings.showwarning = mine
warnings.warn("custom")
print(warnings.filters[0][0])
warnings.resetwarnings(); print(warnings.filters)
