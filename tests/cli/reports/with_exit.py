class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise ValueError("while leaving")


with Manager():
    1 / 0
