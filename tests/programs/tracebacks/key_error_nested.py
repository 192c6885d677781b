config = {"db": {}}
def get(*path):
    node = config
    for part in path:
        node = node[part]
    return node
get("db", "host")
# exit: 1
