// Where exceptions of the host's functions land: nothing of C++ goes on into the interpreter.
#include <filesystem>
#include <ios>
#include <stdexcept>
#include <system_error>

#include "embed/src/api_errors.h"

namespace krait::core {
namespace {

// The exception in flight as data.
void describe(Link* link, Thrown* out);

void describe_cause(Link* link, const std::exception& error, Thrown* out) {
    const auto* nested = dynamic_cast<const std::nested_exception*>(&error);
    if (!nested || !nested->nested_ptr()) return;
    out->cause = std::make_unique<Thrown>();
    try {
        nested->rethrow_nested();
    } catch (...) {
        describe(link, out->cause.get());
    }
}

void name(Thrown* out, const char* type, const char* message) {
    out->data.type = type;
    out->data.message = message;
}

void describe_error(Link* link, const api::Error& error, Thrown* out) {
    const api::Object* object = api::detail::Access::object_of(error);
    if (object && api::detail::Access::link(*object) == link) {
        out->exception = retain(cell_of(link, api::detail::Access::slot(*object)));
        out->original = nullptr;   // the object has its own
        return;
    }
    out->data.type = error.type_name();
    out->data.message = error.message();
    out->data.exit_status = error.exit_status();
    out->original = nullptr;
}

bool registered(Link* link, const std::exception_ptr& pointer, Thrown* out) {
    for (const Translator& translator : bridge::translators(link->use()))
        if (translator.matches(pointer, &out->data.message)) {
            out->cls = translator.cls;
            return true;
        }
    return false;
}

void describe(Link* link, Thrown* out) {
    std::exception_ptr pointer = std::current_exception();
    out->original = pointer;
    bool known = registered(link, pointer, out);
    try {
        std::rethrow_exception(pointer);
    } catch (const std::exception& error) {
        describe_cause(link, error, out);
    } catch (...) {
    }
    if (known) return;
    try {
        std::rethrow_exception(pointer);
    } catch (const api::Error& error) {
        describe_error(link, error, out);
    } catch (const std::bad_alloc&) {
        name(out, "MemoryError", "");
        out->original = nullptr;
    } catch (const std::out_of_range& error) {
        name(out, "IndexError", error.what());
    } catch (const std::invalid_argument& error) {
        name(out, "ValueError", error.what());
    } catch (const std::domain_error& error) {
        name(out, "ValueError", error.what());
    } catch (const std::length_error& error) {
        name(out, "ValueError", error.what());
    } catch (const std::range_error& error) {
        name(out, "ValueError", error.what());
    } catch (const std::overflow_error& error) {
        name(out, "OverflowError", error.what());
    } catch (const std::underflow_error& error) {
        name(out, "ArithmeticError", error.what());
    } catch (const std::system_error& error) {
        name(out, "OSError", error.what());
        if (error.code().category() == std::generic_category() || error.code().category() == std::system_category())
            out->error_number = error.code().value();
    } catch (const std::exception& error) {
        name(out, "RuntimeError", error.what());
    } catch (...) {
        name(out, "RuntimeError", "unknown C++ exception");
    }
}

template <class F>
Cell landed(Link* link, Thrown* thrown, bool* caught, F&& run) noexcept {
    try {
        try {
            return run();
        } catch (...) {
            *caught = true;
            describe(link, thrown);
        }
    } catch (...) {   // no memory to tell
        thrown->data.type = "MemoryError";
    }
    return kError;
}

}  // namespace

Cell land(Invoke invoke, void* closure, Call& call, Thrown* thrown, bool* caught) noexcept {
    return landed(call.link, thrown, caught, [&] { return invoke(closure, call); });
}
Cell land(Cell (*step)(void*), void* closure, Link* link, Thrown* thrown, bool* caught) noexcept {
    return landed(link, thrown, caught, [&] { return step(closure); });
}

}  // namespace krait::core
