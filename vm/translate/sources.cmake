list(APPEND KRAIT_VM_SOURCES
    translate/block_plans.cpp
    translate/block_structure.cpp
    translate/internal_dump.cpp
    translate/translate_calls.cpp
    translate/translate_code.cpp
    translate/translate_jumps.cpp
    translate/translate_plain.cpp
    translate/translate_stack.cpp
    translate/translate_try.cpp
    translate/translator.cpp)
