list(APPEND KRAIT_BUILTINS_SOURCES
    functions/build_class.cpp)
