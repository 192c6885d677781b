print("{} {}".format("one"))
