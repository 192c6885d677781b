// Type stubs: what type checkers and editors know of a module made by the host.
//
//     std::ofstream("counter.pyi") << krait::stubs(python.module("counter"));
#pragma once

#include <string>

#include <krait/bind.hpp>

#pragma GCC visibility push(default)
namespace krait {
inline namespace api {

/// Text of a .pyi file for the module as it is now: its functions with overloads and docstrings, bound classes with
/// constructors, methods and properties, enumerations, exceptions, constants.
std::string stubs(const Module&);

}  // namespace api
}  // namespace krait

#pragma GCC visibility pop
