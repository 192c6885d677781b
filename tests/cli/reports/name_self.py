class A:
    def __init__(self):
        self.items = []

    def add(self, x):
        items.append(x)


A().add(1)
