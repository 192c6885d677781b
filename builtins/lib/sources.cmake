# Every module written in Python, and the C++ source that freeze.py makes of them.
list(APPEND KRAIT_FROZEN_MODULES
    __future__.py
    _collections_abc.py
    _frozen_importlib.py
    _frozen_importlib_external.py
    _pure_operator.py
    _strptime.py
    _weakrefset.py
    abc.py
    bisect.py
    code.py
    codecs.py
    codeop.py
    collections/__init__.py
    collections/_user.py
    collections/abc.py
    compileall.py
    contextlib.py
    copy.py
    copyreg.py
    dis.py
    encodings/__init__.py
    encodings/aliases.py
    encodings/ascii.py
    encodings/cp1251.py
    encodings/cp1252.py
    encodings/cp437.py
    encodings/iso8859_15.py
    encodings/koi8_r.py
    encodings/latin_1.py
    encodings/raw_unicode_escape.py
    encodings/unicode_escape.py
    encodings/utf_16.py
    encodings/utf_16_be.py
    encodings/utf_16_le.py
    encodings/utf_32.py
    encodings/utf_32_be.py
    encodings/utf_32_le.py
    encodings/utf_7.py
    encodings/utf_8.py
    encodings/utf_8_sig.py
    enum.py
    fnmatch.py
    fractions.py
    functools.py
    genericpath.py
    getopt.py
    glob.py
    heapq.py
    importlib/__init__.py
    importlib/abc.py
    importlib/machinery.py
    importlib/util.py
    inspect.py
    io.py
    json/__init__.py
    json/decoder.py
    json/encoder.py
    json/scanner.py
    json/tool.py
    keyword.py
    linecache.py
    numbers.py
    opcode.py
    operator.py
    os.py
    pkgutil.py
    posixpath.py
    pprint.py
    py_compile.py
    random.py
    re.py
    reprlib.py
    runpy.py
    shlex.py
    sre_compile.py
    sre_constants.py
    sre_parse.py
    stat.py
    string.py
    struct.py
    textwrap.py
    timeit.py
    token.py
    tokenize.py
    traceback.py
    types.py
    warnings.py
    weakref.py
    zipimport.py)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(KRAIT_FROZEN_CPP ${CMAKE_CURRENT_BINARY_DIR}/frozen_modules.cpp)
set(KRAIT_FROZEN_PATHS ${KRAIT_FROZEN_MODULES})
list(TRANSFORM KRAIT_FROZEN_PATHS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/lib/)
add_custom_command(
    OUTPUT ${KRAIT_FROZEN_CPP}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/tools/freeze.py
        --output ${KRAIT_FROZEN_CPP} --root ${CMAKE_CURRENT_SOURCE_DIR}/lib ${KRAIT_FROZEN_PATHS}
    # freeze.py leaves an unchanged file alone; the build must still see that it ran.
    COMMAND ${CMAKE_COMMAND} -E touch ${KRAIT_FROZEN_CPP}
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tools/freeze.py ${KRAIT_FROZEN_PATHS}
    VERBATIM)
list(APPEND KRAIT_BUILTINS_SOURCES ${KRAIT_FROZEN_CPP})
