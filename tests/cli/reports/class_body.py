class A:
    size = 5
    area = size * hieght
