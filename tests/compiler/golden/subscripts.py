def slices(a, i, j, k):
    return a[i], a[:], a[i:], a[:j], a[i:j], a[i:j:k], a[::k], a[i, j], a[i, j:k], a[...], a[(i, j)]

def deletion(a, i):
    del a[i], a[:], a[i].x, (a)
