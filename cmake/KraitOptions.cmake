# Compiler settings shared by every room, carried by the interface target krait_options.
#
# Two special cases are documented here because they look odd where they are used:
#   * krait_tune_eval_loop(FILE...) is for the evaluation loops only. GCC's global common subexpression elimination and
#     cross-jumping merge the tails of the handlers, which turns the many indirect jumps of a threaded interpreter
#     back into one: both are switched off. With sanitizers the loops are compiled without optimisation: every handler
#     can jump to every other, and GCC needs more than ten minutes for what the checks add to that graph.
#   * KRAIT_SANITIZE, KRAIT_COVERAGE and KRAIT_FUZZ must reach every object and every link, hence add_compile_options.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(KRAIT_CCACHE ccache)
    if(KRAIT_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER "${KRAIT_CCACHE}")
        set(CMAKE_C_COMPILER_LAUNCHER "${KRAIT_CCACHE}")
    endif()
endif()

if(KRAIT_SANITIZE STREQUAL "address")
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        add_compile_definitions(__SANITIZE_ADDRESS__=1)  # GCC defines it; the heap poisons free cells by it
        add_compile_options(-fno-sanitize=bounds)        # arrays at the end of an object are of the object's own length
    endif()
elseif(KRAIT_SANITIZE STREQUAL "thread")
    add_compile_options(-fsanitize=thread)
    add_link_options(-fsanitize=thread)
elseif(NOT KRAIT_SANITIZE STREQUAL "")
    message(FATAL_ERROR "KRAIT_SANITIZE must be address, thread or empty")
endif()

if(KRAIT_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "KRAIT_FUZZ needs clang++ (libFuzzer)")
    endif()
    add_compile_options(-fsanitize=fuzzer-no-link)
    add_compile_definitions(KRAIT_FUZZ=1)
endif()
if(KRAIT_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
if(KRAIT_STRESS)
    add_compile_definitions(KRAIT_STRESS=1)
endif()

add_library(krait_options INTERFACE)
target_compile_options(krait_options INTERFACE
    -Wall -Wextra -Werror -Wno-invalid-offsetof  # objects derive from the header: offsetof works all the same
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # GCC 12 raises false alarms in std::string (GCC bug 105651)
    # Clang: objects end in `items[1]`, an array of the object's own length; TRY as a statement drops its value.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-array-bounds> $<$<CXX_COMPILER_ID:Clang>:-Wno-unused-value>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-char-subscripts>
    -fno-strict-aliasing -ffp-contract=off
    $<$<CONFIG:Release>:-ffunction-sections>
    $<$<CONFIG:Release>:-fdata-sections>)
target_link_options(krait_options INTERFACE $<$<CONFIG:Release>:-Wl,--gc-sections>)
target_include_directories(krait_options INTERFACE
    "${PROJECT_SOURCE_DIR}"
    "${PROJECT_BINARY_DIR}/generated")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/generated")

# krait_tune_eval_loop(FILE...): see the head of this file. Clang has neither pass.
function(krait_tune_eval_loop)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -fno-gcse -fno-crossjumping)
    endif()
    if(NOT KRAIT_SANITIZE STREQUAL "")
        set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -O0)
    endif()
endfunction()
