prices = {"apple": 3}
print(prices["apple"] + prices["pear"])
