# The library as it is installed: libkrait.a with all rooms inside, libkrait.so, headers, the CMake package and krait.pc.
# Both are made on request: `cmake --build BUILD --target krait_libraries`, and by `cmake --install BUILD` after it.
include(GNUInstallDirs)

set(krait_room_archives)
foreach(room IN ITEMS embed builtins vm compiler parser lexer support)
    list(APPEND krait_room_archives $<TARGET_FILE:krait_${room}>)
endforeach()

set(krait_archive "${PROJECT_BINARY_DIR}/libkrait.a")
add_custom_command(
    OUTPUT "${krait_archive}"
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${krait_archive}" "-DAR=${CMAKE_AR}" "-DINPUTS=${krait_room_archives}"
            -P "${CMAKE_CURRENT_SOURCE_DIR}/cmake/merge_archives.cmake"
    DEPENDS krait_embed ${krait_room_archives}
    COMMENT "libkrait.a"
    VERBATIM)
add_custom_target(krait_archive DEPENDS "${krait_archive}")

# Whole archives: krait.h and the C++ API are what it exports, everything else is hidden.
file(WRITE "${PROJECT_BINARY_DIR}/generated/embed/shared.cpp" "// The shared library is made of the rooms' archives.\n")
add_library(krait_shared SHARED EXCLUDE_FROM_ALL "${PROJECT_BINARY_DIR}/generated/embed/shared.cpp")
set_target_properties(krait_shared PROPERTIES OUTPUT_NAME krait VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
    LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
target_include_directories(krait_shared INTERFACE $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>)
target_link_libraries(krait_shared PRIVATE "$<LINK_LIBRARY:WHOLE_ARCHIVE,krait_embed>" krait_builtins krait_vm
    krait_compiler krait_parser krait_lexer krait_support)
target_link_options(krait_shared PRIVATE $<$<CONFIG:Release>:-Wl,--gc-sections>)
add_custom_target(krait_libraries DEPENDS krait_archive krait_shared)

set(KRAIT_NEEDS_GMP OFF)
if(KRAIT_BIGINT STREQUAL "gmp_int")
    set(KRAIT_NEEDS_GMP ON)
    set(KRAIT_PC_LIBS "-lgmp ")
endif()
string(APPEND KRAIT_PC_LIBS "-lz ")
include(CMakePackageConfigHelpers)
configure_package_config_file(cmake/kraitConfig.cmake.in "${PROJECT_BINARY_DIR}/kraitConfig.cmake"
    INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/krait
    PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_LIBDIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/kraitConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
file(RELATIVE_PATH KRAIT_PC_UP "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")   # the package may be moved as a whole
configure_file(cmake/krait.pc.in "${PROJECT_BINARY_DIR}/krait.pc" @ONLY)

install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT krait)
install(FILES "${krait_archive}" DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT krait)
install(TARGETS krait_shared LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT krait)
install(FILES "${PROJECT_BINARY_DIR}/kraitConfig.cmake" "${PROJECT_BINARY_DIR}/kraitConfigVersion.cmake"
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/krait COMPONENT krait)
install(FILES "${PROJECT_BINARY_DIR}/krait.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT krait)
