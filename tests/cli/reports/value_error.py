text = "12x"
number = int(text)
