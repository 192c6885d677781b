def find():
    pass
find().strip()
# exit: 1
