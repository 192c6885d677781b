path = "C:\\Users" + "\N{no such name}"
