// Source text through every room: lexer, parser, compiler, translator, VM. Then the interpreter must still answer.
#include <cstdlib>

#include "tests/fuzz/fuzz.h"

int krait::fuzz::run_source(std::string_view input) {
    core::Link link;
    link.thread = core::Link::this_thread();
    auto world = bridge::create(settings(), &link);
    if (!world) return 0;
    bridge::ErrorData error;
    bridge::exec(*world, input, "<fuzz>", &error);
    bridge::Settings more;
    more.memory = std::size_t{64} << 20;
    bridge::set_limits(*world, more);
    bridge::Slot slot = bridge::boolean(*world, true);
    if (bridge::truth(*world, slot, &error) != 1) std::abort();
    bridge::drop(*world, slot);
    bridge::set_limits(*world, settings());   // what __del__ does at the end ends too
    return 0;
}

#ifndef KRAIT_FUZZ_REPLAY
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return krait::fuzz::run_source({reinterpret_cast<const char*>(data), size});
}
#endif
