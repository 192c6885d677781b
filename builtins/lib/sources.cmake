# Every module written in Python, and the C++ source that freeze.py makes of them.
list(APPEND KRAIT_FROZEN_MODULES
    __future__.py
    _async_contexts.py
    _collections_abc.py
    _frozen_importlib.py
    _frozen_importlib_external.py
    _inspect_kinds.py
    _inspect_signature.py
    _inspect_source.py
    _krait_bundle.py
    _krait_generics.py
    _krait_prompt.py
    _krait_type_params.py
    _pure_operator.py
    _strptime.py
    _weakrefset.py
    abc.py
    ast.py
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
    encodings/_binary.py
    encodings/_charmap.py
    encodings/aliases.py
    encodings/ascii.py
    encodings/base64_codec.py
    encodings/cp037.py
    encodings/cp1006.py
    encodings/cp1026.py
    encodings/cp1125.py
    encodings/cp1140.py
    encodings/cp1250.py
    encodings/cp1251.py
    encodings/cp1252.py
    encodings/cp1253.py
    encodings/cp1254.py
    encodings/cp1255.py
    encodings/cp1256.py
    encodings/cp1257.py
    encodings/cp1258.py
    encodings/cp273.py
    encodings/cp424.py
    encodings/cp437.py
    encodings/cp500.py
    encodings/cp720.py
    encodings/cp737.py
    encodings/cp775.py
    encodings/cp850.py
    encodings/cp852.py
    encodings/cp855.py
    encodings/cp856.py
    encodings/cp857.py
    encodings/cp858.py
    encodings/cp860.py
    encodings/cp861.py
    encodings/cp862.py
    encodings/cp863.py
    encodings/cp864.py
    encodings/cp865.py
    encodings/cp866.py
    encodings/cp869.py
    encodings/cp874.py
    encodings/cp875.py
    encodings/hex_codec.py
    encodings/hp_roman8.py
    encodings/iso8859_1.py
    encodings/iso8859_10.py
    encodings/iso8859_11.py
    encodings/iso8859_13.py
    encodings/iso8859_14.py
    encodings/iso8859_15.py
    encodings/iso8859_16.py
    encodings/iso8859_2.py
    encodings/iso8859_3.py
    encodings/iso8859_4.py
    encodings/iso8859_5.py
    encodings/iso8859_6.py
    encodings/iso8859_7.py
    encodings/iso8859_8.py
    encodings/iso8859_9.py
    encodings/koi8_r.py
    encodings/koi8_t.py
    encodings/koi8_u.py
    encodings/kz1048.py
    encodings/latin_1.py
    encodings/mac_arabic.py
    encodings/mac_centeuro.py
    encodings/mac_croatian.py
    encodings/mac_cyrillic.py
    encodings/mac_farsi.py
    encodings/mac_greek.py
    encodings/mac_iceland.py
    encodings/mac_latin2.py
    encodings/mac_roman.py
    encodings/mac_romanian.py
    encodings/mac_turkish.py
    encodings/palmos.py
    encodings/ptcp154.py
    encodings/quopri_codec.py
    encodings/raw_unicode_escape.py
    encodings/rot_13.py
    encodings/tis_620.py
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
    encodings/zlib_codec.py
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
    pydoc.py
    random.py
    re.py
    reprlib.py
    runpy.py
    shlex.py
    signal.py
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
    typing.py
    warnings.py
    weakref.py
    zipimport.py)

find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(KRAIT_FROZEN_CPP ${CMAKE_CURRENT_BINARY_DIR}/frozen_modules.cpp)
set(KRAIT_FROZEN_PATHS ${KRAIT_FROZEN_MODULES})
list(TRANSFORM KRAIT_FROZEN_PATHS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/lib/)

# The build compiles them with Krait's own compiler. Cross builds name the tool of a build for the host; without one the
# modules are compiled whenever they are imported.
set(KRAIT_FROZEN_COMPILER "" CACHE FILEPATH "krait_frozen_compiler of a build for this machine, when cross-compiling")
set(compiler_options)
set(compiler_target)
if(KRAIT_FROZEN_COMPILER)
    set(compiler_options --compiler ${KRAIT_FROZEN_COMPILER})
elseif(NOT CMAKE_CROSSCOMPILING)
    set(compiler_target krait_frozen_compiler)
    add_executable(krait_frozen_compiler ${CMAKE_CURRENT_SOURCE_DIR}/tools/frozen_compiler.cpp)
    target_link_libraries(krait_frozen_compiler PRIVATE krait_compiler)
    set_target_properties(krait_frozen_compiler PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
    set(compiler_options --compiler $<TARGET_FILE:krait_frozen_compiler>)
endif()
add_custom_command(
    OUTPUT ${KRAIT_FROZEN_CPP}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/tools/freeze.py
        --output ${KRAIT_FROZEN_CPP} --root ${CMAKE_CURRENT_SOURCE_DIR}/lib ${compiler_options} ${KRAIT_FROZEN_PATHS}
    # freeze.py leaves an unchanged file alone; the build must still see that it ran.
    COMMAND ${CMAKE_COMMAND} -E touch ${KRAIT_FROZEN_CPP}
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tools/freeze.py ${KRAIT_FROZEN_PATHS}
        ${compiler_target}
    VERBATIM)
list(APPEND KRAIT_BUILTINS_SOURCES ${KRAIT_FROZEN_CPP})
