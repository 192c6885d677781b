def find():
    pass


print(find()["name"])
