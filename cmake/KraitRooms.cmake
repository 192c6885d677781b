# krait_room(NAME SOURCES file... [LINKS target...])
#
# Declares the static library krait_NAME of one room. Sources are listed explicitly and alphabetically; LINKS names the
# rooms below it (public, since headers include each other's headers) and outside libraries.
#
#   krait_room(lexer
#       SOURCES indent.cpp lexer.cpp literal.cpp source.cpp
#       LINKS krait_support)
function(krait_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
    if(ROOM_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "krait_room(${name}): unknown arguments ${ROOM_UNPARSED_ARGUMENTS}")
    endif()
    add_library(krait_${name} STATIC ${ROOM_SOURCES})
    krait_sizes(${name} ${ROOM_SOURCES})
    target_link_libraries(krait_${name} PUBLIC krait_options ${ROOM_LINKS})
endfunction()
