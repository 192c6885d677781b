list(APPEND KRAIT_BUILTINS_SOURCES
    types/async_generator_type.cpp
    types/complex_type.cpp
    types/float_type.cpp
    types/frame_type.cpp
    types/generator_type.cpp
    types/int_type.cpp
    types/singleton_types.cpp
    types/struct_sequence.cpp)
