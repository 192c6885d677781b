import _blake2
import _md5
import _sha1
import _sha256
import _sha3


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


MAKERS = [_md5.md5, _sha1.sha1, _sha256.sha224, _sha256.sha256, _sha3.sha3_224, _sha3.sha3_256, _sha3.sha3_384, _sha3.sha3_512,
          _blake2.blake2b, _blake2.blake2s]
for maker in MAKERS:
    h = maker()
    print(h.name, h.digest_size, h.block_size)
    for size in (0, 1, 55, 56, 63, 64, 65, 71, 72, 73, 111, 112, 127, 128, 129, 1000):
        data = bytes(i * 7 % 251 for i in range(size))
        whole = maker(data).hexdigest()
        h = maker()
        for at in range(0, size, 13):
            h.update(data[at:at + 13])
        other = h.copy()
        assert whole == h.hexdigest() == other.hexdigest() and bytes.fromhex(whole) == h.digest()
        print(size, whole)
    print(attempt(maker, 'text'), attempt(maker, 3))
for shake in (_sha3.shake_128, _sha3.shake_256):
    print(shake(b'abc').hexdigest(200), shake().digest_size, attempt(shake().digest, -1), attempt(shake().digest, 1 << 29))
b = _blake2.blake2b
print(b(b'abc', digest_size=20, key=b'key', salt=b'salt', person=b'me', fanout=2, depth=3, leaf_size=4, node_offset=5, node_depth=1,
        inner_size=6, last_node=True).hexdigest())
print(_blake2.blake2s(b'abc', digest_size=20, key=b'key', salt=b'salt', person=b'me', fanout=2, depth=3, leaf_size=4, node_offset=5,
                      node_depth=1, inner_size=6, last_node=True).hexdigest())
for kwargs in [dict(digest_size=0), dict(key=b'a' * 65), dict(salt=b'a' * 17), dict(person=b'a' * 17), dict(fanout=256), dict(depth=0),
               dict(leaf_size=-1), dict(leaf_size=1 << 32), dict(node_offset=-1), dict(node_depth=256), dict(inner_size=65)]:
    print(attempt(b, **kwargs))
print(b.MAX_DIGEST_SIZE, b.SALT_SIZE, _blake2.BLAKE2S_MAX_KEY_SIZE, _sha3.sha3_224()._capacity_bits)
