# the whole file is refused: nothing is printed
print("never")
(a, b): int = 1  # expect raises: SyntaxError: only single target (not tuple) can be annotated
