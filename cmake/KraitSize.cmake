# What a Release build compiles for size: code that runs once, waits for the system, or is used by few programs. It is
# a third to a half smaller with -Os, and the executable has a limit (tests/size.py). Never listed are the evaluation
# loop, the cores of the built-in types, lexer, parser, compiler, collector, and modules whose point is speed (json, _sre,
# itertools, collections, hashes, struct, ...). Entries are regular expressions for paths below the source tree.
set(KRAIT_FOR_SIZE
    # the command line, the prompt, starting and reporting
    "repl/.*"
    "builtins/(compile_hook|report/.*)"
    "embed/src/(api|bind|code_tools|command_line|core_classes|granted_host|internal_form|landing|run|streams|stubs|world)"
    "vm/error/(exception_group|exception_tree|print|traceback)"
    "vm/interp/(trace_jump|tracing)"
    "vm/memory/heap_check"
    "vm/native/module_def"
    "vm/object/(int_inverse|mro)"
    "vm/runtime/(bytecode_cache|host|import|import_trace|import_find|import_load|interpreter|posix_host)"
    "vm/protocol/generics"
    "vm/translate/internal_dump"
    # the front end's tools
    "compiler/(compile_type|constant_fold|constant_repr|disassembler|marshal_writer)"
    "parser/(ast_dump|legacy_statement)"
    "support/(complex_math|gamma|unicode_names)"
    # types of few objects
    "builtins/codecs/(error_handlers|error_handling|registry|utf7)"
    "builtins/functions/(builtins_module|code_functions|later_functions)"
    "builtins/types/(affixes|bytes_methods_case|bytes_percent|cell_type|class_alias|code_type|complex_type|dict_union)"
    "builtins/types/(exception_types|frame_type)"
    "builtins/types/(mapping_proxy_type|memoryview_index|memoryview_type|module_type|object_reduce|os_error_type)"
    "builtins/types/(register_types|simple_namespace_type|singleton_types|struct_sequence|syntax_error_type)"
    "builtins/types/(traceback_type|unicode_error_types|weak_proxy_types)"
    # modules over system calls, and tools
    "builtins/modules/(abc_module|ast_.*|atexit_module|cmath_module|codecs_module|errno_module|faulthandler_module|fcntl_module)"
    "builtins/modules/(gc_module|imp_module|import_types|io_base|io_buffered_pair|io_file|io_module|locale_module)"
    "builtins/modules/(itertools_later|marshal_module|marshal_writer|math_(integers|steps|vectors)|mmap_module)"
    "builtins/modules/(module_exception|opcode_module|posix.*)"
    "builtins/modules/(process_signals|pwd_module|registry|select_module|signal_module|socket_.*|string_module|symtable_module|sys_info|sys_module)"
    "builtins/modules/(system_call|termios_module|thread_module|time_module|typing_module|warnings_module|zlib_module)")

# Small functions called from hundreds of places: inlining them everywhere trebles the file and makes it no faster
# (instructions of compile() on 90 KB of source, counted by callgrind: 0.3 % fewer with these flags).
set(KRAIT_LESS_INLINING
    "(compiler/symtable|parser/(ast_actions|ast_actions_call|ast_actions_expr|ast_actions_match|ast_actions_type))")

# krait_sizes(ROOM FILE...): called by every room for its sources.
function(krait_sizes room)
    foreach(file IN LISTS ARGN)
        foreach(pattern IN LISTS KRAIT_FOR_SIZE)
            if("${room}/${file}" MATCHES "^${pattern}\\.cpp$")
                set_property(SOURCE "${file}" APPEND PROPERTY COMPILE_OPTIONS "$<$<CONFIG:Release>:-Os>")
            endif()
        endforeach()
        if("${room}/${file}" MATCHES "^${KRAIT_LESS_INLINING}\\.cpp$" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            set_property(SOURCE "${file}" APPEND PROPERTY COMPILE_OPTIONS
                "$<$<CONFIG:Release>:-fno-inline-functions>" "$<$<CONFIG:Release>:-finline-limit=40>")
        endif()
    endforeach()
endfunction()
