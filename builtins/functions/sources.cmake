list(APPEND KRAIT_BUILTINS_SOURCES
    functions/attribute_functions.cpp
    functions/build_class.cpp
    functions/builtins_module.cpp
    functions/code_functions.cpp
    functions/io_functions.cpp
    functions/iteration_functions.cpp
    functions/later_functions.cpp
    functions/number_functions.cpp
    functions/text_functions.cpp)
