class T:
    def get(self):
        return None


t = T()
print(t.get().strip().upper())
