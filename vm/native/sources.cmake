list(APPEND KRAIT_VM_SOURCES
    native/argument_binder.cpp
    native/convert.cpp
    native/module_def.cpp
    native/native_function.cpp)
