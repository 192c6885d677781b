list(APPEND KRAIT_BUILTINS_SOURCES
    modules/codecs_module.cpp
    modules/errno_module.cpp
    modules/functools_module.cpp
    modules/gc_module.cpp
    modules/io_module.cpp
    modules/marshal_module.cpp
    modules/marshal_reader.cpp
    modules/marshal_writer.cpp
    modules/math_module.cpp
    modules/operator_module.cpp
    modules/posix_module.cpp
    modules/random_module.cpp
    modules/string_module.cpp
    modules/time_module.cpp
    modules/warnings_module.cpp
    modules/weakref_module.cpp)
