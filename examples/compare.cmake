# cmake -DPROGRAM=... -DEXPECTED=expected.txt -P compare.cmake: runs the program and compares what it prints.
get_filename_component(folder "${PROGRAM}" DIRECTORY)
execute_process(COMMAND "${PROGRAM}" WORKING_DIRECTORY "${folder}" OUTPUT_VARIABLE printed ERROR_VARIABLE complaint
    RESULT_VARIABLE status)
file(READ "${EXPECTED}" expected)
if(NOT status EQUAL 0 OR NOT printed STREQUAL expected)
    message(FATAL_ERROR "status ${status}\n--- printed\n${printed}--- expected\n${expected}--- standard error\n${complaint}")
endif()
