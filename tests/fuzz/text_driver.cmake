# What krait_fuzz_text runs, as a string literal: fuzz_text_driver.inc in KRAIT_FUZZ_DRIVER_FOLDER.
set(KRAIT_FUZZ_DRIVER_FOLDER ${PROJECT_BINARY_DIR}/tests)
file(READ ${CMAKE_CURRENT_LIST_DIR}/fuzz_text.py KRAIT_FUZZ_DRIVER)
configure_file(${CMAKE_CURRENT_LIST_DIR}/fuzz_text_driver.inc.in ${KRAIT_FUZZ_DRIVER_FOLDER}/fuzz_text_driver.inc @ONLY)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/fuzz_text.py)
