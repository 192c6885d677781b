raise ValueError("one\ntwo")
