list(APPEND KRAIT_VM_SOURCES
    runtime/bytecode_cache.cpp
    runtime/gate.cpp
    runtime/host.cpp
    runtime/import.cpp
    runtime/import_trace.cpp
    runtime/import_find.cpp
    runtime/import_load.cpp
    runtime/intern.cpp
    runtime/interpreter.cpp
    runtime/posix_host.cpp
    runtime/realize.cpp
    runtime/thread.cpp)
