x = None
y = 1 if x else x.value + 1
