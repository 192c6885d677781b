list(APPEND KRAIT_VM_SOURCES
    protocol/attribute.cpp
    protocol/call.cpp
    protocol/classes.cpp
    protocol/compare.cpp
    protocol/container.cpp
    protocol/format_repr.cpp
    protocol/format_spec.cpp
    protocol/generics.cpp
    protocol/item_search.cpp
    protocol/iterate.cpp
    protocol/number.cpp
    protocol/number_text.cpp)
