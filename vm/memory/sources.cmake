list(APPEND KRAIT_VM_SOURCES
    memory/collector.cpp
    memory/destroy_queue.cpp
    memory/heap.cpp
    memory/heap_check.cpp
    memory/weakref.cpp)
