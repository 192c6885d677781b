class C:
    @property
    def p(self):
        return self._hidden
C().p
# exit: 1
