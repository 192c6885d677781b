# the whole file is refused: nothing is printed
print("never")
if 1:
	a
        b  # expect raises: TabError: inconsistent use of tabs and spaces in indentation
