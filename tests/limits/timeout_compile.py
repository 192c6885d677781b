# options: -X timeout=0.2
# timeout: 10
# expect stderr contains: time limit
# exit: 1
# One long native each, and nothing behind it that would look at the clock.
import sys, os
sources = ['x = a + b * c\n' * 500000, '[' + '1,' * 3000000 + ']', 'f"' + '{x}' * 1000000 + '"', 'def f():\n return x\n' * 300000]
for source in sources[1:]:
    child = os.fork()
    if child == 0:
        compile(source, 'f', 'exec')
        os._exit(7)
    if os.WEXITSTATUS(os.waitpid(child, 0)[1]) == 7:
        sys.exit('compiled')
compile(sources[0], 'f', 'exec')
os._exit(7)
