list(APPEND KRAIT_VM_SOURCES
    protocol/attribute.cpp
    protocol/call.cpp
    protocol/classes.cpp
    protocol/format_repr.cpp
    protocol/number.cpp
    protocol/number_text.cpp)
