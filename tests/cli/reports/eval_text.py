print(eval("1 +"))
