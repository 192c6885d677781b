class Config:
    size = 10

    def area(self):
        return size * size


Config().area()
