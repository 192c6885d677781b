list(APPEND KRAIT_BUILTINS_SOURCES
    codecs/codecs.cpp
    codecs/encoding_map.cpp
    codecs/error_handlers.cpp
    codecs/error_handling.cpp
    codecs/escape_codecs.cpp
    codecs/narrow_codecs.cpp
    codecs/registry.cpp
    codecs/utf7.cpp
    codecs/utf_codecs.cpp)
