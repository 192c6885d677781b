// What the fuzz targets share: an interpreter that can reach nothing, with limits so small that every input ends soon.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "embed/src/bridge.h"
#include "embed/src/link.h"

namespace krait::fuzz {

int run_source(std::string_view input);   // a program's text
int run_pyc(std::string_view input);      // what follows the header of a .pyc file: marshalled code
int run_text(std::string_view input);     // format strings, numbers, codecs, JSON: the first byte tells which

inline bridge::Settings settings() {
    bridge::Settings settings;
    settings.memory = std::size_t{32} << 20;
    settings.steps = 50'000;
    settings.time_ns = 5'000'000'000;   // native work that steps do not count
    settings.recursion = 200;
    settings.int_digits = 4300;
    settings.hash_seed = 1;             // inputs must repeat
    return settings;
}

}  // namespace krait::fuzz
