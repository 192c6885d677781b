class A:
    pass


print(1, f"value {A().missing:>5} end", 2)
