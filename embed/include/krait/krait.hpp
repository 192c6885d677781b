// Krait: a Python interpreter inside a C++ program.
//
//     #include <krait/krait.hpp>
//
//     krait::Interpreter python;
//     python.exec("def area(w, h): return w * h");
//     auto n = python.call("area", 6, 7).get<int>();          // 42
//
// An Interpreter is a value: any number may live in a process, each on its own thread, sharing nothing. It reads no
// file and no environment variable unless Options grants it. Every byte it took is given back by its destructor.
//
//     interpreter.hpp   Interpreter, Limits, Host, Options, InterruptHandle
//     object.hpp        Object and typed handles, Error, conversions
//     bind.hpp          Module, Class: C++ functions and classes for Python
//     callback.hpp      Callback, std::function
//     containers.hpp    (to be included by itself) more standard containers, variant, tuple, function results
//     chrono.hpp, filesystem.hpp, record.hpp, shared.hpp, stubs.hpp   (likewise)
#pragma once

#include <krait/bind.hpp>
#include <krait/callback.hpp>
#include <krait/interpreter.hpp>
#include <krait/object.hpp>
