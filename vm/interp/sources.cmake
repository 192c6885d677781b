list(APPEND KRAIT_VM_SOURCES
    interp/async_generator.cpp
    interp/bind_python.cpp
    interp/eval.cpp
    interp/eval_wide.cpp
    interp/frame.cpp
    interp/generator.cpp
    interp/inline_cache.cpp
    interp/op_arith.cpp
    interp/op_build.cpp
    interp/op_call.cpp
    interp/op_exception.cpp
    interp/op_match.cpp
    interp/op_names.cpp
    interp/trace_jump.cpp
    interp/tracing.cpp
    interp/unwind.cpp)
krait_tune_eval_loop(interp/eval.cpp interp/eval_wide.cpp)
