list(APPEND KRAIT_BUILTINS_SOURCES
    types/async_generator_type.cpp
    types/code_type.cpp
    types/complex_type.cpp
    types/exception_type.cpp
    types/exception_types.cpp
    types/float_type.cpp
    types/frame_type.cpp
    types/generator_type.cpp
    types/int_type.cpp
    types/os_error_type.cpp
    types/singleton_types.cpp
    types/struct_sequence.cpp
    types/syntax_error_type.cpp
    types/traceback_type.cpp
    types/unicode_error_types.cpp
    types/weak_proxy_types.cpp
    types/weakref_type.cpp)
