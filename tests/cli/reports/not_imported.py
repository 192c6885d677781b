print(json.dumps({}))
