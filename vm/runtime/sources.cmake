list(APPEND KRAIT_VM_SOURCES
    runtime/host.cpp
    runtime/import.cpp
    runtime/intern.cpp
    runtime/interpreter.cpp
    runtime/posix_host.cpp
    runtime/realize.cpp
    runtime/thread.cpp)
