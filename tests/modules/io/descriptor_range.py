# Numbers that cannot be descriptors are no paths either.
import io

for number in (2 ** 31, -2 ** 31 - 1, 2 ** 80, -2 ** 80, -1, 2 ** 31 - 1):
    for call in (io.FileIO, open):
        try:
            call(number)
        except (TypeError, ValueError, OSError) as error:
            print(number, call.__name__, '%s: %s' % (type(error).__name__, error))
# expect: 2147483648 FileIO TypeError: expected str, bytes or os.PathLike object, not int
# expect: 2147483648 open TypeError: expected str, bytes or os.PathLike object, not int
# expect: -2147483649 FileIO TypeError: expected str, bytes or os.PathLike object, not int
# expect: -2147483649 open TypeError: expected str, bytes or os.PathLike object, not int
# expect: 1208925819614629174706176 FileIO TypeError: expected str, bytes or os.PathLike object, not int
# expect: 1208925819614629174706176 open TypeError: expected str, bytes or os.PathLike object, not int
# expect: -1208925819614629174706176 FileIO TypeError: expected str, bytes or os.PathLike object, not int
# expect: -1208925819614629174706176 open TypeError: expected str, bytes or os.PathLike object, not int
# expect: -1 FileIO ValueError: negative file descriptor
# expect: -1 open ValueError: negative file descriptor
# expect: 2147483647 FileIO OSError: [Errno 9] Bad file descriptor
# expect: 2147483647 open OSError: [Errno 9] Bad file descriptor
