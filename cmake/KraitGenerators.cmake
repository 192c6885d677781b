# Generated sources land in ${PROJECT_BINARY_DIR}/generated/<room>/, which is on the include path:
# a file generated for the lexer is included as "lexer/lexer_tables.inc".
#
#   krait_re2c(OUT_VAR INPUT.re OUTPUT [FLAG...])      one output, e.g. lexer_tables.inc
#   krait_bison(OUT_VAR INPUT.y BASENAME [FLAG...])    BASENAME.cpp and BASENAME.hpp
#
# Each appends the generated files to OUT_VAR; list ${OUT_VAR} among the room's SOURCES so that the build orders them.

find_program(KRAIT_RE2C re2c)
find_program(KRAIT_BISON bison)

function(krait_re2c out_var input output)
    if(NOT KRAIT_RE2C)
        message(FATAL_ERROR "re2c was not found (Debian: apt install re2c)")
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
    set(dir "${PROJECT_BINARY_DIR}/generated/${room}")
    file(MAKE_DIRECTORY "${dir}")
    add_custom_command(
        OUTPUT "${dir}/${output}"
        COMMAND ${KRAIT_RE2C} ${ARGN} -o "${dir}/${output}" "${CMAKE_CURRENT_SOURCE_DIR}/${input}"
        DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${input}"
        COMMENT "re2c ${room}/${input}"
        VERBATIM)
    set(${out_var} ${${out_var}} "${dir}/${output}" PARENT_SCOPE)
endfunction()

function(krait_bison out_var input base)
    if(NOT KRAIT_BISON)
        message(FATAL_ERROR "bison was not found (Debian: apt install bison)")
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
    set(dir "${PROJECT_BINARY_DIR}/generated/${room}")
    file(MAKE_DIRECTORY "${dir}")
    add_custom_command(
        OUTPUT "${dir}/${base}.cpp" "${dir}/${base}.hpp"
        COMMAND ${KRAIT_BISON} ${ARGN} "--defines=${dir}/${base}.hpp" -o "${dir}/${base}.cpp"
                "${CMAKE_CURRENT_SOURCE_DIR}/${input}"
        DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${input}"
        COMMENT "bison ${room}/${input}"
        VERBATIM)
    set(${out_var} ${${out_var}} "${dir}/${base}.cpp" "${dir}/${base}.hpp" PARENT_SCOPE)
endfunction()
