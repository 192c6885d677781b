// Text that native code takes apart: format strings, numbers, codecs, JSON. A driver written in Python (fuzz_text.py,
// built in) gets the input as bytes, whose first one chooses what is tested; it lets out what must not happen:
// exceptions that no such text can cause, and results that do not fit together (AssertionError).
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/fuzz.h"

namespace {

using namespace krait;

constexpr const char kDriver[] =
#include "fuzz_text_driver.inc"
    ;
constexpr int kInputsPerInterpreter = 2000;

bridge::Settings limits() {
    bridge::Settings settings = fuzz::settings();
    settings.steps = 200'000;
    settings.memory = std::size_t{96} << 20;
    return settings;
}

// A byte string as the text with the same code points, which is what the bridge can pass.
std::string latin1_as_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (unsigned char byte : bytes) {
        if (byte < 0x80) {
            out.push_back(static_cast<char>(byte));
        } else {
            out.push_back(static_cast<char>(0xc0 | byte >> 6));
            out.push_back(static_cast<char>(0x80 | (byte & 0x3f)));
        }
    }
    return out;
}

// One interpreter for many inputs; a new one now and then, and after a limit has stopped one.
class Driver {
  public:
    void run(std::string_view input) {
        if (!world_ || runs_++ >= kInputsPerInterpreter) start();
        if (!world_) return;
        bridge::set_limits(*world_, limits());
        bridge::ErrorData error;
        bridge::Slot argument = bridge::text(*world_, latin1_as_utf8(input), &error);
        if (argument < 0) return;
        bridge::Slot result = bridge::call(*world_, function_, {argument}, {}, &error);
        bridge::drop(*world_, argument);
        if (result >= 0) {
            bridge::drop(*world_, result);
            return;
        }
        if (error.exception >= 0) bridge::drop(*world_, error.exception);
        if (error.limit || error.type == "MemoryError") {
            world_.reset();
            return;
        }
        std::fprintf(stderr, "%s", error.traceback.c_str());
        std::abort();
    }

  private:
    void start() {
        world_.reset();
        link_.thread = core::Link::this_thread();
        bridge::Settings settings = limits();
        settings.steps = 20'000'000;  // importing what the driver needs
        world_ = bridge::create(settings, &link_);
        runs_ = 0;
        if (!world_) return;
        bridge::ErrorData error;
        if (!bridge::exec(*world_, kDriver, "fuzz_text.py", &error)) {
            std::fprintf(stderr, "%s", error.traceback.c_str());
            std::abort();
        }
        function_ = bridge::global(*world_, "run", &error);
    }

    core::Link link_;
    std::unique_ptr<bridge::World, void (*)(bridge::World*)> world_{nullptr, nullptr};
    bridge::Slot function_ = -1;
    int runs_ = 0;
};

}  // namespace

int krait::fuzz::run_text(std::string_view input) {
    thread_local Driver driver;
    driver.run(input);
    return 0;
}

#ifndef KRAIT_FUZZ_REPLAY
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return krait::fuzz::run_text({reinterpret_cast<const char*>(data), size});
}
#endif
