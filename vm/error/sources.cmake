list(APPEND KRAIT_VM_SOURCES
    error/exception_group.cpp
    error/exception_tree.cpp
    error/print.cpp
    error/raise.cpp
    error/raise_common.cpp
    error/traceback.cpp)
