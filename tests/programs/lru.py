class Cache:
    class Link:
        __slots__ = ('key', 'value', 'before', 'after')

    def __init__(self, size):
        self.size, self.table, self.hits = size, {}, 0
        self.head = head = Cache.Link()
        head.before = head.after = head

    def unlink(self, link):
        link.before.after, link.after.before = link.after, link.before

    def push(self, link):
        head = self.head
        link.before, link.after = head.before, head
        head.before.after = link
        head.before = link

    def __getitem__(self, key):
        link = self.table[key]
        self.hits += 1
        self.unlink(link)
        self.push(link)
        return link.value

    def __setitem__(self, key, value):
        if key in self.table:
            self.unlink(self.table[key])
        elif len(self.table) == self.size:
            oldest = self.head.after
            self.unlink(oldest)
            del self.table[oldest.key]
        link = self.table[key] = Cache.Link()
        link.key, link.value = key, value
        self.push(link)

    def __iter__(self):
        link = self.head.after
        while link is not self.head:
            yield link.key
            link = link.after


cache = Cache(3)
for word in 'a b c a d a e f a'.split():
    try:
        cache[word]
    except KeyError:
        cache[word] = word * 2
    print(word, list(cache), cache.hits)
# expect: a ['a'] 0
# expect: b ['a', 'b'] 0
# expect: c ['a', 'b', 'c'] 0
# expect: a ['b', 'c', 'a'] 1
# expect: d ['c', 'a', 'd'] 1
# expect: a ['c', 'd', 'a'] 2
# expect: e ['d', 'a', 'e'] 2
# expect: f ['a', 'e', 'f'] 2
# expect: a ['e', 'f', 'a'] 3
