class Outer:
    class Inner:
        value = [1, 2][5]  # expect raises: IndexError: list index out of range
