import sys
def hook(kind, value, trace):
    print('hook', kind.__name__, value, trace is not None)
sys.excepthook = hook
# exit: 1
raise ValueError('v')
# expect: hook ValueError v True
# exit: 1
