list(APPEND KRAIT_VM_SOURCES
    translate/block_plans.cpp
    translate/block_structure.cpp)
