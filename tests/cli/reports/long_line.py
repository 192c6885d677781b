result = [index * index for index in range(10)] + [other for other in "abcdefghijklmnopqrstuvwxyz"] + undefined_name + [1, 2, 3]
