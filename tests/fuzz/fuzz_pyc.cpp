// Marshalled code that no compiler made: reading it, the translator's verifier, and running what the verifier lets
// through.
#include <string>

#include "tests/fuzz/fuzz.h"

int krait::fuzz::run_pyc(std::string_view input) {
    core::Link link;
    link.thread = core::Link::this_thread();
    auto world = bridge::create(settings(), &link);
    if (!world) return 0;
    std::string file("\x33\x0d\r\n\0\0\0\0\0\0\0\0", 12);   // the header is not what is tested
    file += input;
    bridge::ErrorData error;
    bridge::run_pyc_bytes(*world, file, &error);
    return 0;
}

#ifndef KRAIT_FUZZ_REPLAY
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return krait::fuzz::run_pyc({reinterpret_cast<const char*>(data), size});
}
#endif
