def total(prices):
    amount = 0
    for price in prices:
        amuont += price
    return ammount


print(total([]) + 1)
