list(APPEND KRAIT_VM_SOURCES
    error/print.cpp
    error/raise.cpp
    error/raise_common.cpp
    error/traceback.cpp)
