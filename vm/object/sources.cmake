list(APPEND KRAIT_VM_SOURCES
    object/code_object.cpp
    object/exception_object.cpp
    object/traceback_object.cpp)
