list(APPEND KRAIT_BUILTINS_SOURCES
    modules/functools_module.cpp)
