s = """abc
never closed
# exit: 1
