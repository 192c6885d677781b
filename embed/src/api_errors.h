// How the public API turns the bridge's results into handles and exceptions.
#pragma once

#include <krait/krait.hpp>

#include "embed/src/link.h"

namespace krait::inline api::detail {

[[noreturn]] void throw_error(core::Link*, bridge::ErrorData&&);

struct Handles {
    static Object make(core::Link*, core::Slot);
    // Slot of an object that must be of this interpreter: std::logic_error.
    static core::Slot slot_in(core::Link*, const Object&);
};

}  // namespace krait::api::detail
